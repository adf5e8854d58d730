"""There are rows enough to learn from and to test on.

Why: on a handful of rows a test score moves by ten points with every split.
Fix: collect more rows, or evaluate by repeated cross-validation and report the spread.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, sure_target
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "days"

FEWEST_ROWS = 100
"""A fifth of it tests with 20 rows: one row is 5 points of accuracy."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count the rows of tables with a target."""
    return answer_by_dataset(
        facts, _faults, "fewer than 100 rows", "which column is the target is not sure"
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if sure_target(profile) is None:
        return None
    if not profile.is_whole:
        return []
    few = profile.rows < FEWEST_ROWS
    return [at(profile, f"{profile.rows} rows")] if few else []
