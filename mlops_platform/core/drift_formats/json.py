"""The drift result as JSON, for programs; numbers are finite, absent ones are null."""

import msgspec

from mlops_platform.core.drift.result import DriftResult
from mlops_platform.core.report.canonical_json import canonical_json


def render(result: DriftResult) -> str:
    """Write the whole result, fields in the order of their classes."""
    return canonical_json(msgspec.json.decode(msgspec.json.encode(result)))
