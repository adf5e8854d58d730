"""The sensor sandbox_reaper: removes what runs left on the engine when they ended or died."""

from typing import Protocol, runtime_checkable

import dagster as dg

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.sandbox import Sandbox

SECONDS_BETWEEN_LOOKS = 30
SHOWN = 20


@runtime_checkable
class KeepsWorkers(Protocol):
    """A run launcher whose workers are still there when they have ended."""

    def remove_ended_workers(self) -> tuple[str, ...]:
        """Remove them, and name them."""
        ...


@dg.sensor(
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
)
def sandbox_reaper(
    context: dg.SensorEvaluationContext, sandbox: dg.ResourceParam[Sandbox]
) -> dg.SkipReason:
    """Remove containers and volumes of runs that have ended, are dead, or past their deadline.

    It never asks for a run: what it did stands in its ticks.
    """
    launcher = context.instance.run_launcher

    def has_ended(run_id: str) -> bool:
        # A worker in a container of its own is no process that could be seen to be dead.
        run = context.instance.get_run_by_id(run_id)
        return run is not None and run.is_finished

    try:
        removed = sandbox.sweep(has_ended)
        if isinstance(launcher, KeepsWorkers):
            removed += launcher.remove_ended_workers()
    except PlatformError as error:
        return dg.SkipReason(str(error))
    if not removed:
        return dg.SkipReason("Nothing was left behind.")
    for name in removed[:SHOWN]:
        context.log.warning(f"Removed {name}, which nobody waited for any more.")
    return dg.SkipReason(f"Removed {len(removed)} that nobody waited for any more.")
