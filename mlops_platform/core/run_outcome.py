"""What the sandbox answers, and what was read from a run: endings, logs, outputs, metrics.

Nothing here decides: a status comes from the engine and the clock, never from what was printed.
"""

from enum import StrEnum
from typing import Literal

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.run_plan import RunPlan


class Ending(StrEnum):
    """How a run ended; a closed list."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    OUT_OF_DISK = "out_of_disk"
    KILLED = "killed"
    ENGINE_UNAVAILABLE = "engine_unavailable"
    NOT_RUNNABLE = "not_runnable"


class Phase(Frozen):
    """One container's life. The four raw values beside `ending` are what it was derived from.

    `name` is "install" or a step's purpose. `is_cached`: nothing was run, the image was there.
    """

    name: str
    ending: Ending
    exit_code: int | None = None
    was_out_of_memory: bool = False
    passed_deadline: bool = False
    engine_error: str = ""
    duration_seconds: float = 0.0
    cpu_seconds: float | None = None
    peak_memory_bytes: int | None = None
    is_cached: bool = False


class LogDigest(Frozen):
    """A log that was drained to its end: what it held, and the name of the file that keeps it.

    The file holds the first and the last part where the log was longer than what is kept.
    `tail` is the cleaned end of it, for repairs and for people.
    """

    file: str
    lines: int = 0
    size_bytes: int = 0
    omitted_bytes: int = 0
    tail: str = ""


class OutputFile(Frozen):
    """A regular file that a run left. `path` is data: where it stood, relative to the repository.

    `stored_as` is its safe name in the folder of outputs. `change` tells how it differs from the
    checkout; "rewritten" has the same bytes, but was written during the run. `outside`: `path` is
    absolute, in one of the sandbox's own folders.
    """

    path: str
    stored_as: str
    size_bytes: int
    sha256: str
    change: Literal["new", "changed", "rewritten"]
    is_outside: bool = False


class SandboxOutcome(Frozen):
    """What came of one attempt. `image` is the environment's image, by digest.

    `packages` is what was installed, as `name==version`. `modified_sources` are files of code or
    configuration that differ from the checkout: such a run is no success. `refused_outputs` names
    what was left behind in the sandbox, with the reason. The file of the log is read by
    `core/run_log.py`. `cause` is a word of `core/causes.py` where the sandbox itself knows it.
    """

    ending: Ending
    phases: tuple[Phase, ...] = ()
    log: LogDigest
    image: str = ""
    packages: tuple[str, ...] = ()
    outputs: tuple[OutputFile, ...] = ()
    modified_sources: tuple[str, ...] = ()
    refused_outputs: tuple[str, ...] = ()
    because: str = ""
    cause: str = ""


class MetricPoint(Frozen):
    """One value of a metric; `step` where the run printed one."""

    value: float
    step: int | None = None


class Metric(Frozen):
    """One measured quantity of a run, with every value that was seen, in order.

    `name` as it was printed or stored, `key` the name under which it is kept in the experiment
    store. `split` is what it was measured on, where that is said. `source` is the file, or "stdout"
    or "stderr", and `line` its line there. `is_final` tells that the last point is the run's result
    rather than the end of a series.
    """

    name: str
    key: str
    split: Literal["train", "validation", "test", ""] = ""
    direction: Literal["higher", "lower", ""] = ""
    points: tuple[MetricPoint, ...]
    is_final: bool = True
    source: str
    line: int | None = None

    @property
    def value(self) -> float:
        """Return the last value, which is what the run ended with."""
        return self.points[-1].value


class Artifact(Frozen):
    """A file that a run made, and what it is by its content. `note` says what a scan found."""

    path: str
    stored_as: str
    kind: str
    is_model: bool = False
    size_bytes: int
    sha256: str
    note: str = ""


class RunResults(Frozen):
    """What was collected of one run: nothing here was there before it began.

    `parameters` are what the run itself recorded as such. `conflicts` are sentences: two sources
    that state different values for one metric, a stored run that says that it failed.
    """

    metrics: tuple[Metric, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    conflicts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class FinishedRun(Frozen):
    """A run to collect from: its outcome, and the folder where its log and outputs lie."""

    folder: str
    outcome: SandboxOutcome


class Attempt(Frozen):
    """One try: what was asked, and what came of it."""

    plan: RunPlan
    outcome: SandboxOutcome


class Execution(Frozen):
    """All attempts of one execution, in order, and what the one that decides gave.

    `cause` is a word of a closed list (`core/causes.py`), "" after a success; `because` and
    `next_action` are sentences for the author of the repository.
    """

    run_id: str
    ending: Ending
    cause: str = ""
    because: str = ""
    next_action: str = ""
    attempts: tuple[Attempt, ...] = ()
    results: RunResults = RunResults()
    decided_by: int = 0
