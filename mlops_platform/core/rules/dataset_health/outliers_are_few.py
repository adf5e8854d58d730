"""Few numbers lie far from the others.

Why: values far out are often faults of entry or units, and pull means, scalers and linear models
after them.
Fix: look at these values at their source; correct faults, and clip or transform what is real.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import ColumnKind, DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 1
EFFORT = "hours"

FEWEST_ROWS = 100
MOST = 0.05
"""Of normal values, two in a million lie there; of skewed ones, a few in a hundred."""

FAR = "lie more than three interquartile ranges beyond the quartiles"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count values beyond Tukey's outer fences in columns of fractions."""
    return answer_by_dataset(
        facts,
        _faults,
        "columns with many values far out",
        "no table has measured numbers in rows enough",
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    measured = [c for c in profile.columns if c.kind is ColumnKind.NUMERIC]
    if not measured or profile.rows < FEWEST_ROWS:
        return None
    far = [c for c in measured if c.outlying_cells > MOST * profile.rows]
    return [at(profile, f"{rows_of(c.outlying_cells, profile)} {FAR}", c.name) for c in far]
