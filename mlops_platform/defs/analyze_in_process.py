"""The job `analyze` for one repository, inside this process and without log lines."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import uuid4

import dagster as dg

from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.defs.embedded_instance import open_instance
from mlops_platform.defs.partitions import register_repository

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class Analysis(NamedTuple):
    """What to analyze: a repository key, at a branch, tag or commit (its HEAD if None)."""

    repository: str
    ref: str | None = None


class Progress(NamedTuple):
    """One step that began or ended; `done` of `total` have ended."""

    step: str
    done: int
    total: int


def analyze_in_process(
    definitions: dg.Definitions,
    analysis: Analysis,
    watch: Callable[[Progress], None] = lambda _: None,
) -> ReadinessReport:
    """Run the job on the embedded instance and return the report.

    Raises what the failing step raised, a PlatformError where the cause is known.
    """
    job, run_id = definitions.resolve_job_def("analyze"), str(uuid4())
    with open_instance() as instance:
        register_repository(instance, analysis.repository)
        instance.add_event_listener(run_id, _Listener(watch, len(job.nodes)))
        result = job.execute_in_process(
            run_config={**QUIET, **_config(analysis)},
            instance=instance,
            partition_key=analysis.repository,
            run_id=run_id,
        )
        report: ReadinessReport = result.output_for_node("readiness_report")
        return report


def _config(analysis: Analysis) -> dict[str, object]:
    return {"ops": {"project_profile": {"config": {"ref": analysis.ref}}}}


class _Listener:
    def __init__(self, watch: Callable[[Progress], None], total: int) -> None:
        self._watch, self._total, self._done = watch, total, 0

    def __call__(self, entry: dg.EventLogEntry) -> None:
        event = entry.dagster_event
        if event is None or event.step_key is None:
            return
        if event.is_step_start or event.is_step_success or event.is_step_failure:
            self._done += not event.is_step_start
            self._watch(Progress(event.step_key, self._done, self._total))
