"""Executions as runs of MLflow: an experiment a repository, a run an execution.

Whatever happens to MLflow, an execution is on our disk first, and leaves it when all of it arrived.
Nothing of a run is ever loaded.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mlops_platform.adapters.experiment_outbox import ExperimentOutbox, Parcel
from mlops_platform.adapters.mlflow.open_client import (
    StoreUnreachableError,
    open_client,
    told_in_a_sentence,
)
from mlops_platform.adapters.mlflow_addresses import MlflowAddresses
from mlops_platform.core.describe_run import describe_run
from mlops_platform.core.errors import BadInputError, PlatformError
from mlops_platform.core.read_run import StoredRun, read_run
from mlops_platform.core.recorded_run import RecordedRun, RunRecord, WaitingRun
from mlops_platform.core.run_outcome import MetricPoint

if TYPE_CHECKING:
    from mlflow.entities import Run
    from mlflow.tracking import MlflowClient

MOST_RUNS = 1000
MOST_FAILURES = 3
"""A run may be one that MLflow never takes; of several in a row, MLflow itself is down."""
WHOLE = "tags.`mlops.kind` = 'execution' and tags.`mlops.recorded` = 'true'"
OURS = "tags.`mlops.kind` = 'repository'"
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{3,199}\Z")


class MlflowExperimentStore:
    """Fits the port `ExperimentStore`; MLflow is loaded when it is first asked something."""

    def __init__(self, addresses: MlflowAddresses, outbox: ExperimentOutbox) -> None:
        self._addresses = addresses
        self._outbox = outbox

    def record(self, record: RunRecord, outputs: Path) -> RecordedRun:
        """Keep one execution, and send it; it waits where MLflow does not take it now."""
        parcel = self._outbox.put(record, outputs)
        return self._sent(parcel) or _waiting(parcel)

    def waiting(self) -> tuple[WaitingRun, ...]:
        """Return what was not sent yet; asks nobody."""
        return tuple(
            WaitingRun(
                run_id=each.record.execution.run_id,
                repository=each.record.repository,
                because=each.why,
            )
            for each in self._outbox.waiting()
        )

    def send_waiting(self) -> tuple[RecordedRun, ...]:
        """Send what waits, and return what arrived; some that fail in a row end it."""
        arrived: list[RecordedRun] = []
        failures = 0
        for parcel in self._outbox.waiting():
            run = self._sent(parcel)
            arrived += [run] if run else []
            failures = 0 if run else failures + 1
            if failures == MOST_FAILURES:
                break
        return tuple(arrived)

    def repositories(self) -> tuple[str, ...]:
        """Return the repositories that have an experiment, or a run that waits."""
        keys = {each.record.repository for each in self._outbox.waiting()}
        if not self._is_empty():
            with told_in_a_sentence(self._addresses):
                found = self._client.search_experiments(filter_string=OURS)
            keys |= {str(each.name) for each in found}
        return tuple(sorted(keys))

    def runs(self, repository: str) -> tuple[RecordedRun, ...]:
        """Return the runs of a repository, newest first; those that wait are among them."""
        waiting = [_waiting(each) for each in self._outbox.waiting()]
        own = [run for run in waiting if run.repository == repository]
        return _newest_first([*self._stored(repository), *own])

    def run(self, run_id: str) -> RecordedRun | None:
        """Return one run by either of its ids, or by the beginning of one that only it has."""
        if not ID.match(run_id):
            raise BadInputError("That is not the id of a run, nor four or more signs of one.")
        waiting = [_waiting(each) for each in self._outbox.waiting()]
        known = _newest_first([*self._everywhere(run_id), *waiting])
        exact = [run for run in known if run_id in (run.run_id, run.store_id)]
        found = exact or [run for run in known if _begins(run, run_id)]
        if len({run.run_id for run in found}) > 1:
            raise BadInputError(f"{len(found)} runs begin with {run_id}; write more of the id.")
        return found[0] if found else None

    def series(self, run: RecordedRun, metric: str) -> tuple[MetricPoint, ...]:
        """Return every value of one metric, in order."""
        if not run.store_id:
            return ()
        with told_in_a_sentence(self._addresses):
            points = self._client.get_metric_history(run.store_id, metric)
        points.sort(key=lambda point: (point.step, point.timestamp))
        return tuple(MetricPoint(value=point.value, step=point.step) for point in points)

    @cached_property
    def _client(self) -> "MlflowClient":
        return open_client(self._addresses)

    def _sent(self, parcel: Parcel) -> RecordedRun | None:
        """Send one execution; None where it has to wait."""
        try:
            with self._outbox.taken(parcel) as is_ours:
                run = self._bring(parcel, is_ours=is_ours)
                if is_ours:
                    self._outbox.remove(parcel)
                return run
        except StoreUnreachableError as error:
            parcel.waits_because(str(error))
            return None

    def _bring(self, parcel: Parcel, *, is_ours: bool) -> RecordedRun | None:
        with told_in_a_sentence(self._addresses):
            from mlops_platform.adapters.mlflow import send_run  # noqa: PLC0415 (loads MLflow)

            if not is_ours:
                return self._read(send_run.sent_before(self._client, parcel))
            return self._read(send_run.send_run(self._client, parcel, self._addresses.artifacts))

    def _stored(self, repository: str) -> list[RecordedRun]:
        if self._is_empty():
            return []
        with told_in_a_sentence(self._addresses):
            experiment = self._client.get_experiment_by_name(repository)
            if experiment is None or experiment.lifecycle_stage == "deleted":
                return []
            return self._search([str(experiment.experiment_id)], WHOLE)

    def _everywhere(self, run_id: str) -> list[RecordedRun]:
        """Search all experiments for runs whose one or other id begins so."""
        if self._is_empty():
            return []
        columns = ("attributes.run_id", "tags.`mlops.run_id`")
        with told_in_a_sentence(self._addresses):
            ours = self._client.search_experiments(filter_string=OURS)
            experiments = [str(each.experiment_id) for each in ours]
            asked = [f"{column} LIKE '{run_id}%' and {WHOLE}" for column in columns]
            found = [run for each in asked for run in self._search(experiments, each)]
        return list({run.store_id: run for run in found}.values())

    def _search(self, experiments: list[str], asked: str) -> list[RecordedRun]:
        found = self._client.search_runs(
            experiments, asked, max_results=MOST_RUNS, order_by=["attributes.start_time DESC"]
        )
        return [run for each in found if (run := self._read(each)) is not None]

    def _read(self, run: "Run | None") -> RecordedRun | None:
        if run is None:
            return None
        stored = StoredRun(
            status=run.info.status,
            started_at=_moment(run.info.start_time),
            ended_at=_moment(run.info.end_time),
            parameters=run.data.params,
            metrics=run.data.metrics,
            tags=run.data.tags,
        )
        found = read_run(stored)
        experiment, identity = str(run.info.experiment_id), str(run.info.run_id)
        place = f"experiments/{experiment}/runs/{identity}?workflowType=machine_learning"
        link = self._addresses.page(place)
        update = {"store_id": identity, "experiment_id": experiment, "link": link}
        return found.model_copy(update=update) if found else None

    def _is_empty(self) -> bool:
        """Tell without loading MLflow that nothing was ever recorded."""
        scheme, _, path = self._addresses.tracking.partition(":///")
        return scheme == "sqlite" and not Path(path).exists()


def _waiting(parcel: Parcel) -> RecordedRun:
    """Return a run that is not in MLflow yet, as it will be there."""
    described = describe_run(parcel.record, parcel.ended_at)
    stored = StoredRun(
        status=described.status,
        started_at=described.started_at,
        ended_at=described.ended_at,
        parameters=dict(described.parameters),
        metrics={key: value for key, value, _, _ in described.points},
        tags=dict(described.tags),
    )
    found = read_run(stored)
    if found is None:
        raise PlatformError("The execution has no id; it can be kept only with one.")
    return found.model_copy(update={"is_waiting": True})


def _newest_first(runs: Iterable[RecordedRun]) -> tuple[RecordedRun, ...]:
    return tuple(
        sorted(runs, key=lambda run: (str(run.ended_at), run.run_id, run.purpose), reverse=True)
    )


def _begins(run: RecordedRun, text: str) -> bool:
    return run.run_id.startswith(text) or run.store_id.startswith(text)


def _moment(milliseconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds is not None else None
