"""What comparing runs gives: values side by side, changes against the first run, and a verdict."""

from enum import StrEnum
from typing import Literal

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.recorded_run import RecordedRun


class Change(StrEnum):
    """How a run's metric stands against that of the first run."""

    BETTER = "better"
    WORSE = "worse"
    NOT_SHOWN = "no difference shown"
    UNKNOWN = "unknown"


class Decision(StrEnum):
    """What follows for the second of two models."""

    PROMOTE_B = "promote_b"
    REJECT_B = "reject_b"
    INVESTIGATE = "investigate"


class Delta(Frozen):
    """One metric of one run against the first. `relative` is None where the first value is 0.

    `p_value` is of Welch's test on repeated runs, corrected for the number of metrics; the
    difference is then that of their means. None where there were too few to test.
    """

    difference: float
    relative: float | None
    change: Change
    p_value: float | None = None


class ComparedMetric(Frozen):
    """One metric of all runs, in their order; None where a run has no such metric.

    `is_deciding`: it takes part in a verdict. `best` are the places of the best values.
    """

    key: str
    direction: Literal["higher", "lower", ""]
    split: Literal["train", "validation", "test", ""]
    is_final: bool
    is_deciding: bool
    values: tuple[float | None, ...]
    deltas: tuple[Delta | None, ...] = ()
    best: tuple[int, ...] = ()


class ComparedParameter(Frozen):
    """A parameter in which the runs differ; None where a run has none of that name."""

    name: str
    values: tuple[str | None, ...]


class Verdict(Frozen):
    """What follows for B, the second run, and the metrics that decided."""

    decision: Decision
    because: str
    deciding: tuple[str, ...] = ()


class Comparison(Frozen):
    """Runs side by side. `repeats` counts the runs that repeat each, itself included."""

    runs: tuple[RecordedRun, ...]
    repeats: tuple[int, ...]
    metrics: tuple[ComparedMetric, ...]
    parameters: tuple[ComparedParameter, ...]
    verdict: Verdict | None
    primary: str = ""
    link: str = ""
