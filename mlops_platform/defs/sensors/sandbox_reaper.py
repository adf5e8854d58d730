"""The sensor sandbox_reaper: removes what runs left on the engine when they died."""

import dagster as dg

from mlops_platform.core.ports import PlatformError, Sandbox

SECONDS_BETWEEN_LOOKS = 60
SHOWN = 20


@dg.sensor(
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
)
def sandbox_reaper(
    context: dg.SensorEvaluationContext, sandbox: dg.ResourceParam[Sandbox]
) -> dg.SkipReason:
    """Remove containers and volumes of runs that are dead or past their deadline.

    It never asks for a run: what it did stands in its ticks.
    """
    try:
        removed = sandbox.sweep()
    except PlatformError as error:
        return dg.SkipReason(str(error))
    if not removed:
        return dg.SkipReason("Nothing was left behind.")
    for name in removed[:SHOWN]:
        context.log.warning(f"Removed {name}, which nobody waited for any more.")
    return dg.SkipReason(f"Removed {len(removed)} that nobody waited for any more.")
