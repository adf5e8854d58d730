"""What a repository is made of, as labelled rows that a person reads at a glance."""

from collections.abc import Iterable
from typing import NamedTuple

from mlops_platform.core.declaration import PATH, Declaration
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.sections.project_profile import (
    DatasetFile,
    DependencyState,
    EntryPoint,
    ProjectKind,
    ProjectProfileFacts,
)

MOST_ITEMS = 8
"""Items shown in one row; the rest is counted."""

KINDS = {
    ProjectKind.SINGLE_PROJECT: "one machine-learning project",
    ProjectKind.LIBRARY: "a library",
    ProjectKind.INFERENCE_ONLY: "a project that uses a trained model",
    ProjectKind.NOTEBOOKS_ONLY: "a collection of notebooks",
    ProjectKind.TEMPLATE: "a project template",
    ProjectKind.MANY_PROJECTS: "many projects in one repository",
    ProjectKind.NOT_ML: "not a machine-learning project",
}

STATES = {
    DependencyState.LOCKED: "locked",
    DependencyState.PINNED: "pinned to exact versions",
    DependencyState.RANGED: "limited to ranges of versions",
    DependencyState.UNPINNED: "not pinned",
    DependencyState.NONE: "not declared",
}


class Item(NamedTuple):
    """One thing in a row. `is_code` tells that the text is a command or a path."""

    text: str
    note: str = ""
    evidence: Evidence | None = None
    is_code: bool = False


class Row(NamedTuple):
    """A label and its items; none means that nothing was found."""

    label: str
    items: tuple[Item, ...]
    omitted: int = 0


def overview(facts: ProjectProfileFacts) -> tuple[Row, ...]:
    """Return the rows of a profile, in the order of the questions that people ask."""
    rows = (
        ("Kind", [Item(KINDS[facts.kind], facts.because)]),
        ("Frameworks", _detections((*facts.frameworks, *facts.declared_only))),
        ("Training", _entry_points(facts.training_entry_points)),
        ("Evaluation", _entry_points(facts.evaluation_entry_points)),
        ("Data", _data(facts)),
        ("Data versioning", _detections(facts.data_versioning)),
        ("Dependencies", _dependencies(facts)),
        ("Python", _stated(facts.python_requires, facts.python_requires_evidence)),
        ("Experiment tracking", _detections(facts.trackers)),
        ("Pipelines", _detections(facts.pipelines)),
        ("Configuration", _detections(facts.configuration)),
        ("Tests", _detections(facts.tests)),
        ("CI", _detections(facts.ci)),
        ("Containers", _detections(facts.containers)),
        ("Serving", _detections(facts.serving)),
        ("Monitoring", _detections(facts.monitoring)),
        ("Licence", _stated(facts.license, facts.license_evidence)),
        ("Code", [Item(_size(facts))]),
    )
    unread = [Item(e.path or "", e.note, e, is_code=True) for e in facts.unread]
    extra = (("Stated by its authors", _stated_by_authors(facts.declaration)), ("Not read", unread))
    return tuple(
        Row(label, tuple(items[:MOST_ITEMS]), max(0, len(items) - MOST_ITEMS))
        for label, items in (*rows, *((label, items) for label, items in extra if items))
    )


def shown_name(name: str) -> str:
    """Return a technology's name as words; a single path or package name stays as it is."""
    return name.replace("_", " ")


def _detections(found: Iterable[Detection]) -> list[Item]:
    return [
        Item(
            shown_name(detection.name),
            detection.note or ("" if detection.is_used else "declared only"),
            detection.evidence[0] if detection.evidence else None,
        )
        for detection in found
    ]


def _entry_points(found: Iterable[EntryPoint]) -> list[Item]:
    return [
        Item(
            entry.command or entry.path,
            "; ".join(_remarks(entry)),
            Evidence(path=entry.path),
            is_code=True,
        )
        for entry in found
    ]


def _remarks(entry: EntryPoint) -> Iterable[str]:
    if entry.command is None:
        yield "no command is known"
    if entry.working_directory != ".":
        yield f"in {entry.working_directory}"
    if entry.required_arguments and not entry.are_arguments_stated:
        yield f"needs {', '.join(entry.required_arguments)}"
    yield f"confidence {entry.confidence:.2f}: {entry.because}"


def _datasets(found: Iterable[DatasetFile]) -> list[Item]:
    return [
        Item(file.path, ", ".join(_traits(file)), Evidence(path=file.path), is_code=True)
        for file in found
    ]


def _traits(file: DatasetFile) -> Iterable[str]:
    yield f"{file.format} pointer" if file.is_pointer else file.format
    if file.rows is not None:
        yield f"{file.rows:,} rows"
    if file.columns is not None:
        yield f"{file.columns:,} columns"
    if file.target is not None:
        yield f"target {file.target}"


def _data(facts: ProjectProfileFacts) -> list[Item]:
    pictures = [
        Item(each.path, f"{each.rows:,} pictures", Evidence(path=each.path), is_code=True)
        for each in facts.picture_folders
    ]
    outside = [Item(p.name, "outside the repository", p.evidence) for p in facts.external_data]
    return [*_datasets(facts.datasets), *pictures, *outside]


def _dependencies(facts: ProjectProfileFacts) -> list[Item]:
    files = [
        Item(e.path, "", e, is_code=True)
        for detection in (*facts.lock_files, *facts.manifests)
        for e in detection.evidence[:1]
        if e.path
    ]
    return [Item(STATES[facts.dependency_state]), *files]


def _stated(text: str | None, evidence: Evidence | None) -> list[Item]:
    return [] if text is None else [Item(text, "", evidence)]


def _stated_by_authors(declaration: Declaration) -> list[Item]:
    """Return what `.mlops-platform.yaml` gets wrong, and what it waives."""
    waivers = [
        Item(f"waives {waiver.rule}", waiver.reason, Evidence(path=PATH, line=waiver.line))
        for waiver in declaration.waivers
    ]
    return [*(Item("not understood", e.note, e) for e in declaration.mistakes), *waivers]


def _size(facts: ProjectProfileFacts) -> str:
    code = facts.code
    counts = (
        (code.python_files, "Python file"),
        (code.python_lines, "line"),
        (code.notebooks, "notebook"),
        (code.test_files, "test file"),
    )
    words = [f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counts if number]
    return ", ".join(words) or "no Python"
