"""The port to what is remembered of executions: one run each, with parameters and metrics."""

from pathlib import Path
from typing import Protocol

from mlops_platform.core.recorded_run import RecordedRun, RunRecord, WaitingRun
from mlops_platform.core.run_outcome import MetricPoint


class ExperimentStore(Protocol):
    """Remembers executions: parameters, metrics, artifacts. What it cannot take now, waits.

    Reading raises PlatformError while the store does not answer.
    """

    def record(self, record: RunRecord, outputs: Path) -> RecordedRun:
        """Keep one execution, with the files of `outputs`; asking twice is asking once."""
        ...

    def repositories(self) -> tuple[str, ...]:
        """Return the keys of all repositories of which runs may be recorded, sorted."""
        ...

    def runs(self, repository: str) -> tuple[RecordedRun, ...]:
        """Return the recorded runs of a repository, newest first."""
        ...

    def run(self, run_id: str) -> RecordedRun | None:
        """Return one run by either of its ids, or their beginning. Raises BadInputError."""
        ...

    def series(self, run: RecordedRun, metric: str) -> tuple[MetricPoint, ...]:
        """Return every value of one metric, in order."""
        ...

    def waiting(self) -> tuple[WaitingRun, ...]:
        """Return what was not sent yet; asks nobody."""
        ...

    def send_waiting(self) -> tuple[RecordedRun, ...]:
        """Send what waits, and return what arrived."""
        ...
