"""What a recipe answers: the steps of one way to start, and what that way lacks."""

from typing import NamedTuple

from mlops_platform.core.causes import Cause
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.run_plan import Purpose, RunStep
from mlops_platform.core.sections.project_profile import EntryPoint


class Candidate(NamedTuple):
    """One entry point to be started for a purpose.

    `documented` is the command of the repository that it stems from. `is_stated`: the operator or
    the repository's own declaration names the command.
    """

    entry: EntryPoint
    purpose: Purpose
    documented: DocumentedCommand | None = None
    is_stated: bool = False


class Lack(NamedTuple):
    """Why a way cannot be gone as it is, and what a person can do.

    `is_certain` is False where the code may do without: behind a condition, or with a fallback.
    """

    cause: Cause
    because: str
    next_action: str
    evidence: tuple[Evidence, ...] = ()
    is_certain: bool = True


class Way(NamedTuple):
    """The steps of one way to start.

    `starts` are the files of the repository that the steps start; their imports decide what is
    installed. `tools` are distributions that the way itself needs. `import_paths` and `folders`
    are relative to the root.
    """

    steps: tuple[RunStep, ...]
    starts: tuple[str, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    import_paths: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()
    installs_project: bool = False
