"""What the recorded runs of a repository tell of its metrics over time; triggers judge it.

Only what can decline counts: final results with a known direction, on rows that are not training
rows, of runs that succeeded. What an evaluation measured stands before what training printed.
"""

from collections.abc import Sequence
from typing import NamedTuple

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.experiment_store import ExperimentStore
from mlops_platform.core.recorded_run import RecordedMetric, RecordedRun, RunStatus
from mlops_platform.core.run_plan import Purpose
from mlops_platform.core.sections.retraining_recommendation import MetricHistory

FEWEST = 2
"""One value is no history."""
PURPOSES = (Purpose.EVALUATE, Purpose.TRAIN)


class RecordedMetrics(NamedTuple):
    """The histories of a repository's metrics, or why its runs could not be read."""

    histories: tuple[MetricHistory, ...] = ()
    unread: str = ""


NOT_RECORDED = RecordedMetrics()


def recorded_metrics(store: ExperimentStore, repository: str) -> RecordedMetrics:
    """Ask the store for a repository's runs; a store that does not answer is no failure of ours."""
    try:
        return RecordedMetrics(metric_histories(store.runs(repository)))
    except PlatformError as error:
        return RecordedMetrics(unread=str(error))


def metric_histories(runs: Sequence[RecordedRun]) -> tuple[MetricHistory, ...]:
    """Return the history of each metric, by name; values are oldest first."""
    succeeded = [run for run in runs if run.status is RunStatus.FINISHED]
    in_order = sorted(succeeded, key=lambda run: (str(run.ended_at), run.run_id))
    keys = sorted({metric.key for run in in_order for metric in run.metrics})
    found = (_history(key, in_order) for key in keys)
    return tuple(history for history in found if history is not None)


def _history(key: str, runs: Sequence[RecordedRun]) -> MetricHistory | None:
    """Return the values of one purpose: those of another may be of other rows."""
    for purpose in PURPOSES:
        seen = [
            metric
            for run in runs
            if run.purpose is purpose
            if (metric := run.metric(key)) and _can_decline(metric)
        ]
        if len(seen) >= FEWEST and len({metric.direction for metric in seen}) == 1:
            return MetricHistory(
                metric=key,
                is_higher_better=seen[0].direction == "higher",
                values=tuple(metric.value for metric in seen),
            )
    return None


def _can_decline(metric: RecordedMetric) -> bool:
    return metric.is_final and bool(metric.direction) and metric.split != "train"
