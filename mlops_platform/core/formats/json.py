"""The report as JSON, for programs; `core/report_schema.py` publishes its schema."""

from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.sections.readiness_report import ReadinessReport

MEDIA_TYPE = "application/json"
SUFFIX = ".json"


def render(report: ReadinessReport) -> str:
    """Write the whole report, fields in the order of the models."""
    return canonical_json(report.model_dump(mode="json"))
