"""The asset report_changes."""

import dagster as dg

from mlops_platform.core.compare_reports import compare_reports
from mlops_platform.core.ports import Sections
from mlops_platform.core.read_stored import read_stored
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import ReportChanges
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="report",
    kinds={"json"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def report_changes(
    readiness_report: ReadinessReport, sections: dg.ResourceParam[Sections]
) -> ReportChanges:
    """What differs from the last report of another commit?"""
    former = sections.read("report_changes", readiness_report.repository)
    return compare_reports(readiness_report, read_stored(ReportChanges, former))
