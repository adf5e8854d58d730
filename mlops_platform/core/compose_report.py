"""A report as it is delivered: the stored one, with what changed, and a model's words beside it."""

from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import ReportChanges


def compose_report(report: ReadinessReport, changes: ReportChanges | None) -> ReadinessReport:
    """Return the report with what is known of the same commit."""
    if changes is None or changes.state.revision != report.revision:
        return report
    return report.model_copy(update={"changes": changes.changes})
