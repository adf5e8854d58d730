"""No feature is the target in other words.

Why: a model that finds the answer among its features scores perfectly, and fails where the answer
is not known yet.
Fix: drop the column from the features, and check when its values become known.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, sure_target
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 3
EFFORT = "minutes"

FEWEST_COLUMNS = 3
"""With two, the other column is all that there is to learn from."""

HOW = {
    "equal": "equals {} in every row",
    "one_to_one": "is one-to-one with {}",
    "determines": "tells {} in at least 99.9 % of the rows",
    "correlates": "is {} in another unit (correlation above 0.99999)",
}


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for columns that equal, rename or determine the target."""
    return answer_by_dataset(
        facts,
        _faults,
        "columns that give the target away",
        "which column is the target is not sure",
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    target = sure_target(profile)
    if target is None or profile.column_count < FEWEST_COLUMNS:
        return None
    return [at(profile, HOW[leak.how].format(target.column), leak.column) for leak in target.leaks]
