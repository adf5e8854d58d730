"""Is this machine learning at all, and what sort of repository is it? Both with the reason."""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.distributions import normalised
from mlops_platform.core.profiling.entry_points import EntryPoints
from mlops_platform.core.profiling.learning_calls import LEARNING_MODULES, imports_learning
from mlops_platform.core.sections.project_profile import EntryPoint, Place, ProjectKind

LEARNING_SHARE = 0.05
"""Share of a repository's own Python files that import a learning framework, from which it is about
machine learning even where nothing is trained. Web and data libraries that offer one optional
integration stay well under it."""

TRAINING_SHARE = 0.01
"""The same where something is trained, too."""

MODULES = {
    "scikit-learn": "sklearn",
    "imbalanced-learn": "imblearn",
    "pytorch-lightning": "lightning",
}
TEMPLATE_MARKS = ("cookiecutter.json", "copier.yml", "copier.yaml")
TEMPLATE_FOLDER = re.compile(r"\{\{.*?\}\}|\{\{cookiecutter")
MANY = 2
"""With models fitted in more folders of their own than these, there are many projects."""
PARTS = frozenset(
    "app apps bin cli code common config core data evaluation experiments lib ml model modeling"
    " models notebooks pipeline pipelines scripts src tools train training tuning utils".split()
)
"""Folders at the top that are named for a part of one project."""
MOST_NAMED = 3
OWN_START = ("readme.md", "readme.rst", "readme.txt", "readme")


class Kind(NamedTuple):
    """The verdict and why, in a clause."""

    is_ml_project: bool
    kind: ProjectKind
    because: str


class Applied(NamedTuple):
    """Where stored models are loaded, and the frameworks in use that serve."""

    loads: tuple[Place, ...]
    serving: tuple[Detection, ...] = ()


def tell_kind(
    reading: Reading,
    entries: EntryPoints,
    frameworks: tuple[Detection, ...],
    applied: Applied,
) -> Kind:
    """Say whether a repository is a machine-learning project, and of which kind."""
    own = [f for f in reading.code.files if f.role in {Role.SOURCE, Role.EXAMPLE}]
    books = [b.code for b in reading.notebooks.notebooks if b.code is not None]
    learning = [file for file in (*own, *books) if imports_learning(file)]
    itself = _framework_itself(reading)
    if itself:
        return Kind(True, ProjectKind.LIBRARY, f"it is the learning library {itself} itself")
    reason = _reason(entries, learning, len(own) + len(books), frameworks, applied.loads)
    if reason is None:
        return Kind(False, ProjectKind.NOT_ML, _no_reason(learning, frameworks))
    kind = _kind(reading, entries, applied)
    if kind is ProjectKind.MANY_PROJECTS:
        scripts = _scripts(entries)
        projects = sorted(
            _projects(reading, _fitted(scripts) if scripts else _paths(applied.loads))
        )
        deed = "trained" if scripts else "used"
        more = f" and {len(projects) - MOST_NAMED} more" if len(projects) > MOST_NAMED else ""
        named = ", ".join(projects[:MOST_NAMED])
        reason = f"models are {deed} in folders of their own: {named}{more}"
    return Kind(True, kind, reason)


def _reason(
    entries: EntryPoints,
    learning: list[SourceFile],
    files: int,
    frameworks: tuple[Detection, ...],
    loads: tuple[Place, ...],
) -> str | None:
    names = [framework.name for framework in frameworks]
    used = [framework.name for framework in frameworks if framework.is_used]
    sure = [entry for entry in entries.training if entry.command] or list(entries.training)
    if sure and learning and len(learning) >= TRAINING_SHARE * files:
        return f"{sure[0].path} trains a model"
    if learning and len(learning) >= LEARNING_SHARE * files:
        return f"{len(learning)} of {files} Python files and notebooks import {_listed(used)}"
    if loads and names:
        return f"{loads[0].evidence.path} loads a model, with {_listed(used or names)}"
    return None


def _no_reason(learning: list[SourceFile], frameworks: tuple[Detection, ...]) -> str:
    if learning:
        return (
            f"only {len(learning)} of its Python files import a learning framework, and none is"
            " where it starts"
        )
    if frameworks:
        return "learning frameworks are named in it, but no code of its own imports one"
    return "no code of its own imports a machine-learning framework, trains or loads a model"


def _kind(reading: Reading, entries: EntryPoints, applied: Applied) -> ProjectKind:
    own = {file.path for file in reading.code.files if file.role is Role.SOURCE}
    scripts = _scripts(entries)
    if _is_template(reading):
        return ProjectKind.TEMPLATE
    is_side_work = not any(entry.path in own for entry in scripts)
    serves = any(place.path in own for each in applied.serving for place in each.evidence)
    if _is_published(reading) or (_is_package(reading) and is_side_work and not serves):
        return ProjectKind.LIBRARY
    if scripts:
        is_spread = len(_projects(reading, _fitted(scripts))) > MANY and "/" in scripts[0].path
        return ProjectKind.MANY_PROJECTS if is_spread else ProjectKind.SINGLE_PROJECT
    return _kind_without_script(reading, entries, applied, own)


def _kind_without_script(
    reading: Reading, entries: EntryPoints, applied: Applied, own: Set[str]
) -> ProjectKind:
    """Tell the kind where no script trains.

    What applies a model, or fits it where a notebook only starts it, is more than notebooks.
    """
    loads = applied.loads
    books = [entry for entry in entries.training if entry.path.endswith(".ipynb")]
    if books:
        is_applied = bool(own & _paths(loads)) or bool(own & _fitted(books))
        return ProjectKind.SINGLE_PROJECT if is_applied else ProjectKind.NOTEBOOKS_ONLY
    if len(_projects(reading, _paths(loads))) > MANY:
        return ProjectKind.MANY_PROJECTS
    if entries.training and applied.serving:
        return ProjectKind.SINGLE_PROJECT
    if loads or applied.serving:
        return ProjectKind.INFERENCE_ONLY
    # Nobody can import a notebook.
    return ProjectKind.LIBRARY if reading.code.files else ProjectKind.NOTEBOOKS_ONLY


def _scripts(entries: EntryPoints) -> list[EntryPoint]:
    return [e for e in entries.training if e.command and not e.path.endswith(".ipynb")]


def _fitted(scripts: Sequence[EntryPoint]) -> set[str]:
    """Return where models are fitted: many scripts that lead to one file are one project."""
    return {entry.evidence[0].path or entry.path for entry in scripts if entry.evidence}


def _paths(places: Sequence[Place]) -> set[str]:
    return {place.evidence.path or "" for place in places}


def _projects(reading: Reading, paths: Set[str]) -> set[str]:
    """Return the folders of these files that are projects by themselves."""
    starts = {
        path.rpartition("/")[0]
        for path in (file.path for file in reading.repository.files)
        if path.rpartition("/")[2].lower() in OWN_START
    }
    starts |= {manifest.path.rpartition("/")[0] for manifest in reading.manifests.manifests}
    return {folder for path in paths if (folder := _project(path, starts))}


def _project(path: str, starts: Set[str]) -> str:
    """Return the folder of a file's own project, "" where that is the whole repository."""
    folder = path.rpartition("/")[0]
    while folder:
        if folder in starts:
            return folder
        top, folder = folder, folder.rpartition("/")[0]
        if not folder and top.lower() not in PARTS:
            return top
    return ""


def _is_template(reading: Reading) -> bool:
    paths = [file.path for file in reading.repository.files]
    return any(
        path.rpartition("/")[2] in TEMPLATE_MARKS or TEMPLATE_FOLDER.search(path) for path in paths
    )


def _framework_itself(reading: Reading) -> str | None:
    names = [
        m.package_name for m in reading.manifests.manifests if m.package_name and "/" not in m.path
    ]
    return next((n for n in names if MODULES.get(n.lower(), n.lower()) in LEARNING_MODULES), None)


def _is_package(reading: Reading) -> bool:
    """Tell whether a manifest names a package, and there is a folder or a file to install."""
    names = {m.package_name for m in reading.manifests.manifests if m.package_name}
    modules = {normalised(name).replace("-", "_") for name in names}
    return any(
        part == "__init__.py" or part.removesuffix(".py").lower() in modules
        for file in reading.code.files
        if names and file.role is Role.SOURCE
        for part in file.path.split("/")
    )


def _is_published(reading: Reading) -> bool:
    """Tell whether the README has its readers install the repository's own package by name."""
    packages = {normalised(m.package_name) for m in reading.manifests.manifests if m.package_name}
    return any(
        normalised(word.partition("[")[0].partition("=")[0]) in packages
        for command in reading.commands.commands
        if command.source == "readme" and " install " in command.command
        for word in command.command.partition(" install ")[2].split()
    )


def _listed(names: list[str]) -> str:
    shown = names[:3]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown) or "one"
