"""What `drift` measures: two tables that the user names."""

from mlops_platform.core.drift.tables import UnreadableTableError
from mlops_platform.core.measure_drift import measure_drift
from mlops_platform.core.named_tables import Comparison, ComparisonAnswer


def compare_named_tables(asked: Comparison) -> ComparisonAnswer:
    """Compare two tables, or say why they cannot be."""
    try:
        result = measure_drift(asked.reference, asked.current, asked.target, asked.names)
    except UnreadableTableError as error:
        return ComparisonAnswer(failure=str(error))
    return ComparisonAnswer(result=result)
