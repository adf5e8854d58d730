"""One job for one repository, inside this process and without log lines."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from uuid import uuid4

import dagster as dg

from mlops_platform.defs.embedded_instance import open_instance
from mlops_platform.defs.partitions import register_repository

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


class Progress(NamedTuple):
    """One step that began or ended; `done` of `total` have ended."""

    step: str
    done: int
    total: int


Watch = Callable[[Progress], None]


def run_in_process(
    definitions: dg.Definitions,
    job_name: str,
    repository: str,
    op_config: Mapping[str, Mapping[str, object]],
    watch: Watch = lambda _: None,
) -> dg.ExecuteInProcessResult:
    """Run a job on the embedded instance; `op_config` is each asset's own configuration.

    Raises what the failing step raised, a PlatformError where the cause is known, and
    KeyboardInterrupt for SIGINT and SIGTERM.
    """
    job, run_id = definitions.resolve_job_def(job_name), str(uuid4())
    ops = {asset: {"config": dict(config)} for asset, config in op_config.items()}
    with open_instance() as instance:
        register_repository(instance, repository)
        instance.add_event_listener(run_id, _Listener(watch, len(job.nodes)))
        try:
            return job.execute_in_process(
                run_config={**QUIET, "ops": ops},
                instance=instance,
                partition_key=repository,
                run_id=run_id,
            )
        except dg.DagsterExecutionInterruptedError:
            # Dagster's own name for it is neither an Exception nor known to whoever called us.
            raise KeyboardInterrupt from None


class _Listener:
    def __init__(self, watch: Watch, total: int) -> None:
        self._watch, self._total, self._done = watch, total, 0

    def __call__(self, entry: dg.EventLogEntry) -> None:
        event = entry.dagster_event
        if event is None or event.step_key is None:
            return
        if event.is_step_start or event.is_step_success or event.is_step_failure:
            self._done += not event.is_step_start
            self._watch(Progress(event.step_key, self._done, self._total))
