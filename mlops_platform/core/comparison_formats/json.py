"""The comparison as JSON, for programs; numbers are finite, absent ones are null."""

from mlops_platform.core.comparing.comparison import Comparison
from mlops_platform.core.report.canonical_json import canonical_json


def render(comparison: Comparison) -> str:
    """Write the whole comparison; what only the experiment store needs of a run is left out."""
    return canonical_json(
        comparison.model_dump(mode="json", exclude={"runs": {"__all__": {"tags"}}})
    )
