"""`docs/report.schema.json`, made from the models of the report; `make docs` runs this module."""

import json
import sys

from mlops_platform.core.sections.readiness_report import ReadinessReport


def report_schema() -> str:
    """Return the JSON Schema that every report in the JSON format fits."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ReadinessReport.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(report_schema())
