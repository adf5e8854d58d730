"""No column is empty or the same in every row.

Why: such a column tells a model nothing, and is often a broken join or export.
Fix: find out why the column is empty or constant; then repair the export or drop the column.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at
from mlops_platform.core.dataset_profile import ColumnKind, DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 1
EFFORT = "hours"

FEWEST_ROWS = 20
"""With fewer rows a value can be the same everywhere by chance."""

WORDS = {ColumnKind.CONSTANT: "one value in every row", ColumnKind.EMPTY: "no value in any row"}


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for constant and empty columns."""
    return answer_by_dataset(
        facts, _faults, "columns that tell nothing", "no table has rows enough to tell"
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if profile.rows < FEWEST_ROWS:
        return None
    dull = [c for c in profile.columns if c.kind in {ColumnKind.CONSTANT, ColumnKind.EMPTY}]
    return [at(profile, WORDS[each.kind], each.name) for each in dull]
