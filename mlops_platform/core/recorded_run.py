"""What is kept of an execution: what an experiment store is given, and what it tells later."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.run_outcome import Ending, Execution
from mlops_platform.core.run_plan import Purpose


class RunStatus(StrEnum):
    """How a run stands, in the words of experiment stores."""

    RUNNING = "RUNNING"
    FINISHED = "FINISHED"
    FAILED = "FAILED"
    KILLED = "KILLED"


class RunRecord(Frozen):
    """An execution that ended, and of what it was; together with `purpose` its id is its identity.

    `ended_at` is UTC, None for "just now".
    """

    execution: Execution
    repository: str
    commit: str
    purpose: Purpose
    ended_at: datetime | None = None


class RecordedMetric(Frozen):
    """The value that a metric ended with. Not `is_final`: the end of a series, not a result."""

    key: str
    value: float
    direction: Literal["higher", "lower", ""] = ""
    split: Literal["train", "validation", "test", ""] = ""
    is_final: bool = True


class RecordedRun(Frozen):
    """One execution as it is kept. `run_id` is the platform's, `store_id` the experiment store's.

    `is_waiting`: it is kept safely here, and will be sent when the store answers; until then it
    has no `store_id`. `link` is where the store shows it.
    """

    run_id: str
    store_id: str = ""
    experiment_id: str = ""
    repository: str
    commit: str
    purpose: Purpose
    status: RunStatus
    ending: Ending | None = None
    cause: str = ""
    because: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    metrics: tuple[RecordedMetric, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    attempts: int = 0
    link: str = ""
    is_waiting: bool = False

    @property
    def shown_id(self) -> str:
        """Return the name by which people call it: short where the store knows it."""
        return self.store_id[:8] or self.run_id

    def metric(self, key: str) -> RecordedMetric | None:
        """Return one metric, None where the run has none of that name."""
        return next((metric for metric in self.metrics if metric.key == key), None)


class WaitingRun(Frozen):
    """A run that could not be sent to the experiment store yet, and why."""

    run_id: str
    repository: str
    because: str
