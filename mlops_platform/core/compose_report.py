"""A report as it is delivered: the stored one, with what changed, and a model's words beside it."""

from mlops_platform.core.report.judged_hash import judged_hash
from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import ReportChanges

WHOLE = "readiness_report"


def compose_report(
    report: ReadinessReport,
    changes: ReportChanges | None,
    interpretations: Interpretations | None = None,
) -> ReadinessReport:
    """Return the report with what is known of the same commit, and words on the same findings."""
    if changes is not None and changes.state.revision == report.revision:
        report = report.model_copy(update={"changes": changes.changes})
    if interpretations is not None and interpretations.judged == judged_hash(report):
        report = _with_words(report, interpretations)
    return report


def _with_words(report: ReadinessReport, said: Interpretations) -> ReadinessReport:
    words = {each.asset: each for each in said.words}
    sections = {
        asset: section.model_copy(update={"interpretation": words.get(asset)})
        for asset, section in report.sections.by_asset().items()
    }
    return report.model_copy(
        update={
            "language_model": said.language_model,
            "interpretation": words.get(WHOLE),
            "sections": report.sections.model_copy(update=sections),
        }
    )
