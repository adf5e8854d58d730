"""Reads a stored report; one that another version of the platform wrote is as good as none."""

from pydantic import ValidationError

from mlops_platform.core.sections.readiness_report import ReadinessReport


def read_report(text: str | None) -> ReadinessReport | None:
    """Return the report in a stored JSON text, None where there is none of this version."""
    if text is None:
        return None
    try:
        return ReadinessReport.model_validate_json(text)
    except ValidationError:
        return None
