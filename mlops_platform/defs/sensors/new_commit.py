"""The sensor new_commit: asks for an analysis of what the catalog declares, at each new commit."""

import time
from collections.abc import Collection, Mapping

import dagster as dg
from pydantic import ValidationError

from mlops_platform.core.catalog_entry import Catalog
from mlops_platform.core.errors import RefusedRepositoryError, UnreachableRepositoryError
from mlops_platform.core.find_new_commits import (
    CommitMemory,
    NewCommit,
    find_new_commits,
    order_of_looking,
)
from mlops_platform.core.ports import Checkouts, Sections
from mlops_platform.core.read_stored import read_stored
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.defs.jobs import analyze
from mlops_platform.defs.partitions import REPOSITORIES

SECONDS_BETWEEN_LOOKS = 300
"""A host is asked for the commit of each repository; more often would be impolite."""

LONGEST_LOOK_SECONDS = 30
"""Dagster gives a sensor one minute; the repositories that are left come first the next time."""


@dg.sensor(
    job=analyze,
    minimum_interval_seconds=SECONDS_BETWEEN_LOOKS,
    default_status=dg.DefaultSensorStatus.RUNNING,
)
def new_commit(
    context: dg.SensorEvaluationContext,
    catalog: dg.ResourceParam[Catalog],
    checkouts: dg.ResourceParam[Checkouts],
    sections: dg.ResourceParam[Sections],
) -> dg.SensorResult:
    """Ask for `analyze` of each repository of the catalog whose branch has a new commit."""
    declared, memory = catalog.entries(), _memory(context)
    seen = _look(context, checkouts, order_of_looking(declared, memory))
    analyzed = _analyzed(sections, seen.keys() - memory.commits.keys())
    found = find_new_commits(declared, seen, analyzed, memory)
    return dg.SensorResult(
        run_requests=[_request(new) for new in found.commits],
        skip_reason=None if found.commits else dg.SkipReason(_nothing(len(declared), seen)),
        dynamic_partitions_requests=[
            REPOSITORIES.build_add_request([new.repository for new in found.commits])
        ],
        cursor=found.memory.model_dump_json(),
    )


def _memory(context: dg.SensorEvaluationContext) -> CommitMemory:
    try:
        return CommitMemory.model_validate_json(context.cursor or "{}")
    except ValidationError:
        context.log.warning("The cursor is not one of this sensor: it looks at everything anew.")
        return CommitMemory()


def _look(
    context: dg.SensorEvaluationContext, checkouts: Checkouts, repositories: Collection[str]
) -> dict[str, str | None]:
    """Ask for the commit of one repository after the other, as long as there is time."""
    until, seen = time.monotonic() + LONGEST_LOOK_SECONDS, dict[str, str | None]()
    for repository in repositories:
        if time.monotonic() > until:
            break
        try:
            seen[repository] = checkouts.newest_commit(repository)
        except (RefusedRepositoryError, UnreachableRepositoryError) as error:
            seen[repository] = None
            context.log.warning(str(error))
    return seen


def _analyzed(sections: Sections, repositories: Collection[str]) -> dict[str, str]:
    """Return the commits of the reports that are stored."""
    reports = {
        key: read_stored(ReadinessReport, sections.read("readiness_report", key))
        for key in repositories
    }
    return {key: report.commit for key, report in reports.items() if report}


def _nothing(declared: int, seen: Mapping[str, str | None]) -> str:
    if not declared:
        return "The catalog declares no repository."
    answered = sum(commit is not None for commit in seen.values())
    rest = "; the others did not answer" if answered < declared else ""
    return f"No new commit in {answered} of {declared} repositories{rest}."


def _request(new: NewCommit) -> dg.RunRequest:
    return dg.RunRequest(
        run_key=new.key, partition_key=new.repository, tags={"mlops/commit": new.commit}
    )
