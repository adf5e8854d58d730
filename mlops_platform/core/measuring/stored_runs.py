"""Runs of an experiment tracker that an execution made: metrics, parameters, how they ended.

A run that says it failed, or never ended, is a conflict: its metrics are marked and never final.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mlops_platform.core.facts.text.texts import clean, shown
from mlops_platform.core.measuring.measurement import STORE, Conflict, Found, Measurement, Parameter
from mlops_platform.core.measuring.metric_name import is_no_metric
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, stored

MOST_VALUE_CHARACTERS = 500
UNFINISHED = "unfinished run"
_INVENTED_NAME = re.compile(r"[a-z]{2,20}-[a-z]{2,20}-\d{1,4}")
_MOMENT = re.compile(
    r"(?<!\d)(?:20\d{2}[-_.]?[01]\d[-_.]?[0-3]\d"
    r"(?:[-_ T.]{0,3}[0-2]\d[-_:.h]?[0-5]\d(?:[-_:.m]?[0-5]\d)?)?"
    r"|1\d{9}(?:\d{3})?)(?!\d)"
)
"""A day with or without a time, or seconds since 1970, as names of runs hold them."""
_UNFINISHED = {
    "FAILED": "says that it failed",
    "KILLED": "says that it was killed",
    "RUNNING": "was never ended",
    "SCHEDULED": "was never started",
}


class StoredValue(NamedTuple):
    """One point as it is stored; the number still as text."""

    name: str
    value: str
    step: int


@dataclass
class StoredRun:
    """What was read of one run so far; `source` is where it is stored."""

    source: str
    name: str = ""
    status: str = ""
    started: int = 0
    values: list[StoredValue] = field(default_factory=list)
    parameters: list[tuple[str, str]] = field(default_factory=list)


def found_in_runs(runs: Sequence[StoredRun]) -> Iterator[Found]:
    """Yield what runs say, in the order in which they were started."""
    told = [run for run in runs if run.values or run.parameters or run.status in _UNFINISHED]
    ordered = sorted(told, key=lambda run: (run.started, run.source))
    names = [_given_name(run) for run in ordered]
    for position, (run, name) in enumerate(zip(ordered, names, strict=True), start=1):
        is_its_own = bool(name) and names.count(name) == 1
        qualifier = name if is_its_own else f"{name} run {position}".strip()
        yield from _found_in(run, qualifier if len(ordered) > 1 else "")


def _given_name(run: StoredRun) -> str:
    """Return the name that its author gave to a run, "" where chance or the clock did.

    Such a name would differ each time, and nothing could be compared with the run before.
    """
    name = "" if _INVENTED_NAME.fullmatch(run.name) else _MOMENT.sub("", clean(run.name))
    return name.strip(" _-:.")[:60]


def _found_in(run: StoredRun, qualifier: str) -> Iterator[Found]:
    unfinished = _UNFINISHED.get(run.status, "")
    if unfinished:
        called = f" ({shown(run.name)})" if run.name else ""
        yield Conflict(
            f"The recorded run {shown(run.source)}{called} {unfinished}:"
            " its metrics are kept as those of an unfinished run."
        )
        qualifier = f"{qualifier} {UNFINISHED}".strip()
    for name, value in sorted(run.parameters):
        prefix = f"{qualifier}." if qualifier else ""
        yield Parameter(f"{prefix}{clean(name)}", clean(value)[:MOST_VALUE_CHARACTERS])
    yield from _measured(run, qualifier, is_ended=not unfinished)


def _measured(run: StoredRun, qualifier: str, *, is_ended: bool) -> Iterator[Measurement]:
    told = [(value, number(value.value)) for value in run.values]
    points = [(value, read) for value, read in told if read is not None]
    counts = Counter(value.name for value, _ in points)
    for value, read in points:
        if is_no_metric(value.name):
            continue
        is_series = counts[value.name] > 1
        situation = Situation(qualifier=qualifier, step=value.step if is_series else None)
        found = stored(value.name, read, Place(run.source, None, STORE, situation))
        yield found._replace(qualifier=qualifier, is_final=is_ended and not is_series)
