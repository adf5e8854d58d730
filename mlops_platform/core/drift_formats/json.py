"""The drift result as JSON, for programs; numbers are finite, absent ones are null."""

from mlops_platform.core.drift.result import DriftResult
from mlops_platform.core.report.canonical_json import canonical_json


def render(result: DriftResult) -> str:
    """Write the whole result, fields in the order of the models."""
    return canonical_json(result.model_dump(mode="json"))
