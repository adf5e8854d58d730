"""No number is infinite.

Why: an infinite value ends the training of most models, or turns every weight into NaN.
Fix: find the division or logarithm that made it, and replace the value by a missing one there.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import ColumnKind, DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count infinite numbers."""
    return answer_by_dataset(facts, _faults, "infinite numbers", "no table holds numbers")


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    found = [c for c in profile.columns if c.infinite_cells]
    if (
        not any(c.kind in {ColumnKind.NUMERIC, ColumnKind.INTEGER} for c in profile.columns)
        and not found
    ):
        return None
    return [
        at(profile, f"{rows_of(c.infinite_cells, profile)} are infinite", c.name) for c in found
    ]
