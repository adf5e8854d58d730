"""A command of a person or of the repository as the steps of a way."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from mlops_platform.core.causes import Cause
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.module_distributions import checked_distribution
from mlops_platform.core.planning.planning_facts import PlanningFacts, source_of
from mlops_platform.core.planning.run_variables import with_local_trackers
from mlops_platform.core.planning.shell_steps import (
    NotWithoutShellError,
    ShellStep,
    is_python,
    shell_steps,
)
from mlops_platform.core.planning.started_files import import_paths, is_module_run, started_file
from mlops_platform.core.planning.way import Candidate, Lack, Way
from mlops_platform.core.profiling.start_commands import console_scripts
from mlops_platform.core.run_plan import Purpose, RunStep

TOOLS = {
    "accelerate": "accelerate",
    "deepspeed": "deepspeed",
    "dvc": "dvc",
    "jupyter": "nbconvert",
    "kedro": "kedro",
    "mlflow": "mlflow",
    "papermill": "papermill",
    "pytest": "pytest",
    "ray": "ray",
    "spacy": "spacy",
    "torchrun": "torch",
    "yolo": "ultralytics",
}
"""Programs that a distribution brings."""

INSTALLERS = frozenset({"pip", "pip3", "conda", "mamba", "apt", "apt-get", "brew", "source", "."})
"""Programs that install, and the two ways in which a shell enters an environment."""
DOWNLOADERS = frozenset({"wget", "curl", "gdown", "kaggle", "gsutil", "aws", "az"})
FETCHING = frozenset(
    {("dvc", "pull"), ("dvc", "fetch"), ("dvc", "get"), ("git", "clone"), ("git", "lfs")}
)


class Told(NamedTuple):
    """A line of shell, where it is run from, the recipe that took it, and why."""

    line: str
    folder: str
    recipe: str
    because: str
    evidence: tuple[Evidence, ...] = ()


def way_of_command(told: Told, candidate: Candidate, facts: PlanningFacts) -> Way:
    """Make the steps of one line; what comes before the entry point prepares for it."""
    try:
        steps = [s for s in shell_steps(told.line, told.folder) if not _installs(s)]
    except NotWithoutShellError as error:
        return refused(told, f"{told.line!r} is not run: {error}")
    if not steps:
        return refused(told, f"{told.line!r} only installs")
    files = [started_file(step.arguments, step.folder, facts) for step in steps]
    path = candidate.entry.path
    main = files.index(path) if path in files else len(steps) - 1
    files[main] = files[main] or (path if source_of(facts, path) else None)
    return joined(
        _way(step, path, Purpose.PREPARE if number < main else candidate.purpose, told, facts)
        for number, (step, path) in enumerate(zip(steps, files, strict=True))
    )


def joined(ways: Iterable[Way]) -> Way:
    """Return several ways as one, gone one after the other; no command is run twice."""
    every = tuple(ways)
    steps: dict[tuple[tuple[str, ...], str], RunStep] = {}
    for step in (step for way in every for step in way.steps):
        steps.setdefault((step.arguments, step.working_directory), step)
    return Way(
        steps=tuple(steps.values()),
        starts=_once(start for way in every for start in way.starts),
        variables=tuple(dict(pair for way in every for pair in way.variables).items()),
        import_paths=_once(path for way in every for path in way.import_paths),
        folders=_once(folder for way in every for folder in way.folders),
        tools=_once(tool for way in every for tool in way.tools),
        lacks=tuple(lack for way in every for lack in way.lacks),
        installs_project=any(way.installs_project for way in every),
    )


def refused(told: Told, because: str) -> Way:
    """Return a way that cannot be gone, and why."""
    lack = Lack(
        Cause.ARGUMENT_UNKNOWN,
        because,
        "State one plain command with `--train` (or `--evaluate`).",
        told.evidence,
    )
    return Way(steps=(), lacks=(lack,))


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _installs(step: ShellStep) -> bool:
    first = step.arguments[0]
    return first in INSTALLERS or (is_python(first) and step.arguments[1:3] == ("-m", "pip"))


def _way(
    step: ShellStep, path: str | None, purpose: Purpose, told: Told, facts: PlanningFacts
) -> Way:
    file = source_of(facts, path) if path else None
    added = ""
    if file is not None:
        is_module = is_module_run(step.arguments)
        added = import_paths(file, step.folder, facts, is_module=is_module)
    step = step._replace(arguments=with_local_trackers(step.arguments, facts))
    variables = dict(step.variables)
    stated = [part for part in variables.pop("PYTHONPATH", "").split(":") if _is_inside(part)]
    return Way(
        steps=(
            RunStep(
                purpose=purpose,
                arguments=step.arguments,
                working_directory=step.folder,
                recipe=told.recipe,
                because=told.because,
                evidence=told.evidence,
            ),
        ),
        starts=(path,) if path else (),
        variables=tuple(variables.items()),
        import_paths=_once([*(p for p in (added,) if p), *stated]),
        tools=_tools(step.arguments, path),
        lacks=_lacks(step, path, told, facts),
        installs_project=step.arguments[0] in console_scripts(facts.manifests),
    )


def _is_inside(folder: str) -> bool:
    return bool(folder) and not posixpath.normpath(folder).startswith(("/", "~", "..", "$"))


def _tools(arguments: tuple[str, ...], path: str | None) -> tuple[str, ...]:
    if arguments[0] in TOOLS:
        return (TOOLS[arguments[0]],)
    if path is None and is_module_run(arguments):
        found = checked_distribution(arguments[arguments.index("-m") + 1])
        return (found,) if found else ()
    return ()


def _lacks(step: ShellStep, path: str | None, told: Told, facts: PlanningFacts) -> tuple[Lack, ...]:
    fetches = step.arguments[0] in DOWNLOADERS or step.arguments[:2] in FETCHING
    if fetches and facts.request.limits.network == "none":
        because = f"{' '.join(step.arguments)!r} fetches something, and a run has no network"
        action = "Allow it with `--network bridge`."
        return (Lack(Cause.DOWNLOAD_NEEDED, because, action, told.evidence, is_certain=False),)
    script = next((word for word in step.arguments[1:2] if word.endswith(".py")), None)
    is_absent = script is not None and path is None and script not in facts.paths
    if is_python(step.arguments[0]) and is_absent:
        return refused(told, f"there is no file {script} in {step.folder}").lacks
    return ()
