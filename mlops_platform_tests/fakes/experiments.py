"""An experiment store in memory."""

from collections.abc import Iterable
from pathlib import Path

from mlops_platform.core.describe_run import describe_run
from mlops_platform.core.read_run import StoredRun, read_run
from mlops_platform.core.recorded_run import RecordedRun, RunRecord, WaitingRun
from mlops_platform.core.run_outcome import MetricPoint
from mlops_platform_tests.core.executions import NOON


class MemoryExperiments:
    """Fits the port `ExperimentStore`; while `is_down`, what is recorded waits."""

    def __init__(self, known: Iterable[RecordedRun] = ()) -> None:
        self.stored = list(known)
        self.waits: list[RecordedRun] = []
        self.is_down = False

    def record(self, record: RunRecord, outputs: Path) -> RecordedRun:
        described = describe_run(record, record.ended_at or NOON)
        values = {key: value for key, value, _, _ in described.points}
        stored = StoredRun(
            described.status,
            described.started_at,
            described.ended_at,
            dict(described.parameters),
            values,
            dict(described.tags),
        )
        run = read_run(stored)
        assert run is not None
        if self.is_down:
            self.waits.append(run.model_copy(update={"is_waiting": True}))
            return self.waits[-1]
        run = run.model_copy(update={"store_id": f"{len(self.stored):032x}"})
        self.stored.append(run)
        return run

    def repositories(self) -> tuple[str, ...]:
        return tuple(sorted({run.repository for run in self.stored}))

    def runs(self, repository: str) -> tuple[RecordedRun, ...]:
        own = [run for run in self.stored if run.repository == repository]
        return tuple(sorted(own, key=lambda run: str(run.ended_at), reverse=True))

    def run(self, run_id: str) -> RecordedRun | None:
        found = (run for run in self.stored if run_id in (run.run_id, run.store_id))
        return next(found, None)

    def series(self, run: RecordedRun, metric: str) -> tuple[MetricPoint, ...]:
        found = run.metric(metric)
        return (MetricPoint(value=found.value, step=0),) if found else ()

    def waiting(self) -> tuple[WaitingRun, ...]:
        return tuple(
            WaitingRun(run_id=run.run_id, repository=run.repository, because="it is down")
            for run in self.waits
        )

    def send_waiting(self) -> tuple[RecordedRun, ...]:
        if self.is_down:
            return ()
        arrived = tuple(run.model_copy(update={"is_waiting": False}) for run in self.waits)
        self.stored += arrived
        self.waits = []
        return arrived
