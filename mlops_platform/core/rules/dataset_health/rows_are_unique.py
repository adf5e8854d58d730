"""Few rows repeat another row.

Why: copies that fall on both sides of a random split make the score better than the model is.
Fix: drop the copies before the split (`drop_duplicates`), or split by the entity that they belong
to and say so.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import ColumnKind, DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "minutes"

FEWEST_COLUMNS = 4
"""With fewer columns, equal rows are often different things."""

MOST = 0.05
"""A few copies in a hundred move a score less than another random split does."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count rows that are equal in every column."""
    return answer_by_dataset(
        facts, _faults, "many repeated rows", "no table has columns enough to tell copies"
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if profile.column_count < FEWEST_COLUMNS or not profile.rows:
        return None
    if any(each.kind is ColumnKind.NESTED for each in profile.columns):
        return None
    is_much = profile.duplicate_rows > MOST * profile.rows
    return (
        [at(profile, f"{rows_of(profile.duplicate_rows, profile)} repeat another row")]
        if is_much
        else []
    )
