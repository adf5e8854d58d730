"""One look of a sensor on a drawn platform, as the daemon would take it."""

from collections.abc import Callable
from typing import NamedTuple

import dagster as dg

from mlops_platform_tests.defs.drawn_platform import DrawnPlatform


class Asked(NamedTuple):
    """One run that a sensor asked for."""

    job: str | None
    repository: str
    run_key: str


class Look(NamedTuple):
    """What one look gave; `registered` are the partitions that it wants to be there."""

    asked: tuple[Asked, ...]
    registered: tuple[str, ...]
    skipped: str | None
    cursor: str


Looking = Callable[..., Look]


def look(
    platform: DrawnPlatform, instance: dg.DagsterInstance, sensor: str, cursor: str | None = None
) -> Look:
    """Evaluate a sensor of the platform after `cursor`, without launching anything."""
    context = dg.build_sensor_context(
        instance=instance,
        instance_ref=instance.get_ref(),
        cursor=cursor,
        definitions=platform.definitions,
        resources={
            "catalog": platform.catalog,
            "checkouts": platform.checkouts,
            "sections": platform.sections,
        },
    )
    with context:
        ticked = platform.definitions.resolve_sensor_def(sensor).evaluate_tick(context)
    asked = [
        (request.job_name, request.partition_key, request.run_key)
        for request in ticked.run_requests
    ]
    added = [
        key for request in ticked.dynamic_partitions_requests for key in request.partition_keys
    ]
    return Look(
        asked=tuple(Asked(*each) for each in asked),
        registered=tuple(added),
        skipped=ticked.skip_message,
        cursor=ticked.cursor,
    )
