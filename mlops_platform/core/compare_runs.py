"""Compares two to five runs with the first of them, and says for two what follows."""

import json
from collections.abc import Callable, Sequence
from typing import Literal
from urllib.parse import quote

from mlops_platform.core.comparing.comparison import (
    ComparedMetric,
    ComparedParameter,
    Comparison,
)
from mlops_platform.core.comparing.deltas import with_deltas
from mlops_platform.core.comparing.repetitions import repetitions
from mlops_platform.core.comparing.verdict import verdict
from mlops_platform.core.errors import BadInputError
from mlops_platform.core.recorded_run import RecordedRun

FEWEST_RUNS, MOST_RUNS, PAIR = 2, 5, 2
DECIDING_SPLITS = (("test",), ("", "validation"))
"""What decides, best first; what was measured on training rows proves nothing."""


def compare_runs(
    runs: Sequence[RecordedRun], known: Sequence[RecordedRun] = (), primary: str = ""
) -> Comparison:
    """Compare runs with the first; `known` are runs among which repetitions are looked for.

    Raises BadInputError for too few or too many runs, and for a primary metric that not all have.
    """
    _check(runs, primary)
    groups = [repetitions(run, known) for run in runs]
    deciding = _deciding(runs, primary)
    keys = sorted({metric.key for run in runs for metric in run.metrics})
    plain = [_side_by_side(key, runs, is_deciding=key in deciding) for key in keys]
    metrics = sorted(with_deltas(plain, groups), key=_importance(primary))
    return Comparison(
        runs=tuple(runs),
        repeats=tuple(len(group) for group in groups),
        metrics=tuple(metrics),
        parameters=_parameters(runs),
        verdict=verdict(runs[0], runs[1], metrics, primary) if len(runs) == PAIR else None,
        primary=primary,
        link=_link(runs),
    )


def _check(runs: Sequence[RecordedRun], primary: str) -> None:
    if not FEWEST_RUNS <= len(runs) <= MOST_RUNS:
        raise BadInputError("Two to five runs can be compared; name as many.")
    if len({(run.run_id, run.purpose) for run in runs}) < len(runs):
        raise BadInputError("A run is named twice; name different ones.")
    if primary and not all(run.metric(primary) for run in runs):
        raise BadInputError(
            f"Not every run has the metric {primary!r}; `mlops-platform runs show` lists them."
        )
    if primary and not _direction(runs, primary):
        raise BadInputError(
            f"It is not known whether more of {primary!r} is better; name another metric."
        )


def _deciding(runs: Sequence[RecordedRun], primary: str) -> frozenset[str]:
    """Return the metrics that may decide: held-out results of every run that has any."""
    named = frozenset([primary]) if primary else frozenset()
    measured = [run for run in runs if run.metrics]
    shared = [
        metric for metric in runs[0].metrics if all(run.metric(metric.key) for run in measured)
    ]
    directed = [metric for metric in shared if _direction(runs, metric.key)]
    for splits in DECIDING_SPLITS:
        held_out = [metric for metric in directed if metric.split in splits]
        if held_out:
            final = [metric for metric in held_out if metric.is_final]
            return named | {metric.key for metric in final or held_out}
    return named


def _direction(runs: Sequence[RecordedRun], key: str) -> Literal["higher", "lower", ""]:
    """Return the direction that the runs tell; "" where they tell none, or two."""
    told = {found.direction for run in runs if (found := run.metric(key)) and found.direction}
    return next(iter(told)) if len(told) == 1 else ""


def _side_by_side(key: str, runs: Sequence[RecordedRun], *, is_deciding: bool) -> ComparedMetric:
    found = [run.metric(key) for run in runs]
    known = next(metric for metric in found if metric)
    direction = _direction(runs, key)
    values = tuple(metric.value if metric else None for metric in found)
    return ComparedMetric(
        key=key,
        direction=direction,
        split=known.split,
        is_final=known.is_final,
        is_deciding=is_deciding,
        values=values,
        best=_best(values, direction),
    )


def _best(values: Sequence[float | None], direction: str) -> tuple[int, ...]:
    known = [value for value in values if value is not None]
    if not direction or len(set(known)) <= 1:
        return ()
    best = max(known) if direction == "higher" else min(known)
    return tuple(place for place, value in enumerate(values) if value == best)


def _importance(primary: str) -> Callable[[ComparedMetric], tuple[object, ...]]:
    return lambda metric: (
        metric.key != primary,
        not metric.is_deciding,
        metric.split == "train",
        not metric.is_final,
        metric.key,
    )


def _parameters(runs: Sequence[RecordedRun]) -> tuple[ComparedParameter, ...]:
    """Return the parameters in which the runs differ."""
    known = [dict(run.parameters) for run in runs]
    names = sorted({name for each in known for name in each})
    rows = [(name, tuple(each.get(name) for each in known)) for name in names]
    return tuple(
        ComparedParameter(name=name, values=values) for name, values in rows if len(set(values)) > 1
    )


def _link(runs: Sequence[RecordedRun]) -> str:
    """Return the address of the store's own comparison; "" where it does not know all runs."""
    if not all(run.store_id and run.link for run in runs):
        return ""
    base = runs[0].link.partition("#")[0]
    ids = quote(json.dumps([run.store_id for run in runs]))
    experiments = quote(json.dumps(sorted({run.experiment_id for run in runs})))
    asked = f"runs={ids}&experiments={experiments}&workflowType=machine_learning"
    return f"{base}#/compare-runs?{asked}"
