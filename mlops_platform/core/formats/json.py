"""The report as JSON, for programs; its schema is published as docs/report.schema.json."""

from typing import Any

from mlops_platform.core.canonical_json import canonical_json
from mlops_platform.core.sections.readiness_report import ReadinessReport

MEDIA_TYPE = "application/json"
SUFFIX = ".json"


def render(report: ReadinessReport) -> str:
    """Write the whole report, fields in the order of the models."""
    return canonical_json(report.model_dump(mode="json"))


# A JSON Schema is a tree of any JSON values.
def schema() -> dict[str, Any]:
    """Return the JSON Schema that every such report fits."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Readiness report",
        **ReadinessReport.model_json_schema(mode="serialization"),
    }
