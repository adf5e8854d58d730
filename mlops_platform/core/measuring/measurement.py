"""What metric sources give: values with where they were read, parameters, doubts."""

from typing import NamedTuple

from mlops_platform.core.measuring.metric_name import Split


class Measurement(NamedTuple):
    """One value of one metric, as one source states it.

    `qualifier` says of what it is where that is said (a model, a fold, a stored run). `is_final`:
    stated as a result; else a value on the way. `rank` orders sources that say the same: the
    higher one is kept. `is_stated` marks names that a store keeps as metrics, whatever they mean.
    """

    name: str
    value: float
    source: str
    line: int | None = None
    split: Split = ""
    step: int | None = None
    qualifier: str = ""
    is_final: bool = True
    rank: int = 0
    is_stated: bool = False


class Parameter(NamedTuple):
    """A parameter that the run itself recorded as one."""

    name: str
    value: str


class Conflict(NamedTuple):
    """A sentence about what does not fit together."""

    sentence: str


class Unread(NamedTuple):
    """A sentence about what was not read, and why."""

    sentence: str


Found = Measurement | Parameter | Conflict | Unread

PRINTED, TEXT_FILE, TABLE_FILE, DOCUMENT, STORE = range(5)
"""Ranks: what a store or a document keeps has more digits than what was printed."""
