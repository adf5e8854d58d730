"""The sensor drift_check_due: asks for the drift checks that the catalog schedules."""

from datetime import UTC, datetime

import dagster as dg
from pydantic import ValidationError

from mlops_platform.core.catalog_entry import Catalog
from mlops_platform.core.find_due_checks import CheckMemory, DueCheck, find_due_checks
from mlops_platform.core.ports import Sections
from mlops_platform.core.read_stored import read_stored
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.defs.jobs import analyze, monitor
from mlops_platform.defs.partitions import REPOSITORIES

SECONDS_BETWEEN_LOOKS = 30


@dg.sensor(
    jobs=[monitor, analyze],
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
)
def drift_check_due(
    context: dg.SensorEvaluationContext,
    catalog: dg.ResourceParam[Catalog],
    sections: dg.ResourceParam[Sections],
) -> dg.SensorResult:
    """Ask for `monitor` of a repository whenever its `drift_schedule` in the catalog is due.

    A repository without a report is analyzed instead, which looks at its data as well.
    """
    declared = catalog.entries().values()
    found = find_due_checks(declared, _memory(context), datetime.now(tz=UTC))
    coming = f"The next check is {found.coming.key}." if found.coming else "Nothing is scheduled."
    return dg.SensorResult(
        run_requests=[_request(check, sections) for check in found.checks],
        skip_reason=None if found.checks else dg.SkipReason(coming),
        dynamic_partitions_requests=[
            REPOSITORIES.build_add_request([check.repository for check in found.checks])
        ],
        cursor=found.memory.model_dump_json(),
    )


def _memory(context: dg.SensorEvaluationContext) -> CheckMemory:
    try:
        return CheckMemory.model_validate_json(context.cursor or "{}")
    except ValidationError:
        context.log.warning("The cursor is not one of this sensor: schedules count from now on.")
        return CheckMemory()


def _request(check: DueCheck, sections: Sections) -> dg.RunRequest:
    has_report = (
        read_stored(ReadinessReport, sections.read("readiness_report", check.repository))
        is not None
    )
    return dg.RunRequest(
        run_key=check.key,
        job_name=(monitor if has_report else analyze).name,
        partition_key=check.repository,
        tags={"mlops/due": f"{check.due:%Y-%m-%d %H:%M} UTC"},
    )
