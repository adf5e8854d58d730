"""The values of metrics in the order in which a store shows them, finite and bounded."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mlops_platform.core.recording.names import SYSTEM, store_key
from mlops_platform.core.run_outcome import Attempt, Metric, MetricPoint

MOST_POINTS = 100_000
LARGEST_STEP = 1 << 62


class Point(NamedTuple):
    """One value of one metric; of two with one step, the one of the higher `order` is the later."""

    key: str
    value: float
    step: int
    order: int


def points_of(named: Sequence[tuple[str, Metric]]) -> tuple[tuple[Point, ...], tuple[str, ...]]:
    """Return the points of all metrics, and the names of those that were thinned."""
    most = max(1, MOST_POINTS // max(1, len(named)))
    points: list[Point] = []
    thinned = []
    for key, metric in named:
        kept = _evenly(metric.points, most)
        if len(kept) < len(metric.points):
            thinned.append(key)
        steps = _steps([point.step for point in kept])
        points += [
            Point(key, point.value, step, order)
            for order, (point, step) in enumerate(zip(kept, steps, strict=True))
        ]
    return tuple(points), tuple(thinned)


def measured(attempt: Attempt | None) -> Iterator[Point]:
    """Yield what we measured of an attempt, under names that no metric of a run can have."""
    phases = attempt.outcome.phases if attempt else ()
    values: dict[str, float] = {}
    for phase in phases:
        key = f"{store_key(phase.name)}_seconds"
        values[key] = values.get(key, 0.0) + phase.duration_seconds
    memory = [phase.peak_memory_bytes for phase in phases if phase.peak_memory_bytes is not None]
    if memory:
        values["peak_memory_megabytes"] = max(memory) / 1e6
    cpu = [phase.cpu_seconds for phase in phases if phase.cpu_seconds is not None]
    if cpu:
        values["cpu_seconds"] = math.fsum(cpu)
    yield from (Point(f"{SYSTEM}{key}", values[key], 0, 0) for key in sorted(values))


def seconds_of(attempts: Iterable[Attempt]) -> float:
    """Return the wall time of all phases of some attempts."""
    return math.fsum(phase.duration_seconds for each in attempts for phase in each.outcome.phases)


def _evenly(points: Sequence[MetricPoint], most: int) -> Sequence[MetricPoint]:
    """Thin a long series evenly; its last value always stays."""
    every = math.ceil(len(points) / most)
    return points[::-1][::every][::-1] if every > 1 else points


def _steps(steps: Sequence[int | None]) -> Sequence[int]:
    """Return the printed steps where they order the values (restarts do not), else places."""
    known = [step for step in steps if step is not None and 0 <= step < LARGEST_STEP]
    return known if len(known) == len(steps) and known == sorted(known) else range(len(steps))
