"""Every row has its target.

Why: a row without its target cannot be learned from, and filling it in teaches the model a guess.
Fix: drop the rows without a target before anything is learned from them, and report how many they
are.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of, sure_target
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 3
EFFORT = "minutes"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count missing values of the target."""
    return answer_by_dataset(
        facts, _faults, "rows without a target", "which column is the target is not sure"
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    target = sure_target(profile)
    if target is None:
        return None
    count = target.missing_cells
    return [at(profile, f"{rows_of(count, profile)} have none", target.column)] if count else []
