"""How far each run's metric is from the first run's, and whether that shows a difference.

Where both sides were run at least three times, their means are compared and Welch's test decides.
Single runs are only held to differ by 1 % or more.
"""

from collections.abc import Sequence
from itertools import starmap
from statistics import fmean

from mlops_platform.core.comparing.comparison import Change, ComparedMetric, Delta
from mlops_platform.core.comparing.repetitions import repeat_each_other
from mlops_platform.core.comparing.significance import holm, welch_p_value
from mlops_platform.core.recorded_run import RecordedRun

LEAST = 0.01
"""Of the larger value. Below it another seed or another split often does as much, and a single run
a side cannot tell."""
SIGNIFICANT = 0.05

Group = Sequence[RecordedRun]
"""A run, and those that repeat it."""


def with_deltas(
    metrics: Sequence[ComparedMetric], groups: Sequence[Group]
) -> tuple[ComparedMetric, ...]:
    """Put beside each value how it stands against the first run's."""
    columns = [_column(metrics, groups[0], group) for group in groups[1:]]
    rows = zip(*columns, strict=True)
    return tuple(
        metric.model_copy(update={"deltas": (None, *row)})
        for metric, row in zip(metrics, rows, strict=True)
    )


def _column(metrics: Sequence[ComparedMetric], first: Group, other: Group) -> list[Delta | None]:
    """Return the deltas of one run; the p values are corrected for all that may decide."""
    if repeat_each_other(first[0], other[0]):
        deltas = [_single(metric, first[0], other[0]) for metric in metrics]
        return [
            each.model_copy(update={"change": Change.NOT_SHOWN}) if each else None
            for each in deltas
        ]
    sides = [(_values(metric, first), _values(metric, other)) for metric in metrics]
    found = list(starmap(welch_p_value, sides))
    asked = [n for n, metric in enumerate(metrics) if metric.is_deciding and found[n] is not None]
    corrected = dict(zip(asked, holm([found[n] or 0.0 for n in asked]), strict=True))
    return [
        _tested(metric, *sides[n], corrected[n])
        if n in corrected
        else _single(metric, first[0], other[0])
        for n, metric in enumerate(metrics)
    ]


def _single(metric: ComparedMetric, first: RecordedRun, other: RecordedRun) -> Delta | None:
    before, after = first.metric(metric.key), other.metric(metric.key)
    if before is None or after is None:
        return None
    scale = max(abs(before.value), abs(after.value))
    difference = after.value - before.value
    is_shown = scale > 0 and abs(difference) >= LEAST * scale
    return _delta(metric, before.value, after.value, is_shown=is_shown)


def _tested(
    metric: ComparedMetric, first: Sequence[float], other: Sequence[float], p_value: float
) -> Delta:
    delta = _delta(metric, fmean(first), fmean(other), is_shown=p_value < SIGNIFICANT)
    return delta.model_copy(update={"p_value": p_value})


def _delta(metric: ComparedMetric, before: float, after: float, *, is_shown: bool) -> Delta:
    difference = after - before
    change = _direction(metric, difference) if is_shown else Change.NOT_SHOWN
    relative = difference / abs(before) if before else None
    return Delta(difference=difference, relative=relative, change=change)


def _direction(metric: ComparedMetric, difference: float) -> Change:
    if not metric.direction:
        return Change.UNKNOWN
    is_better = (difference > 0) == (metric.direction == "higher")
    return Change.BETTER if is_better else Change.WORSE


def _values(metric: ComparedMetric, group: Group) -> list[float]:
    return [found.value for run in group if (found := run.metric(metric.key))]
