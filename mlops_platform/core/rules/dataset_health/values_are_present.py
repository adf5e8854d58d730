"""No column lacks most of its values.

Why: what fills the gaps is then invented for most rows, and the model learns the invention.
Fix: drop the column, or learn why its values are missing and add that as a feature of its own.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "hours"

FEWEST_ROWS = 20
MOST = 0.5
"""Beyond half, what is filled in outweighs what was measured."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for columns that are mostly missing; wholly empty ones have their own claim."""
    return answer_by_dataset(
        facts,
        _faults,
        "columns without most of their values",
        "no table has rows enough to tell",
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if profile.rows < FEWEST_ROWS:
        return None
    gaps = [c for c in profile.columns if profile.rows * MOST < c.missing_cells < profile.rows]
    return [at(profile, f"{rows_of(c.missing_cells, profile)} have no value", c.name) for c in gaps]
