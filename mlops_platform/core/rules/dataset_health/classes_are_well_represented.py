"""Every class has rows enough to be learned.

Why: a class of a few rows is neither learned nor measured, and accuracy hides that.
Fix: collect more rows of it, join it with another class, or weigh it, and report a metric per
class.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, sure_target
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "days"

FEWEST_ROWS = 10
"""Fewer leave a test part of a fifth with one or none."""

FEWEST_TO_JUDGE = 100
"""Of a smaller table, its size is the fault."""

SMALLEST_SHARE = 0.01
"""Below one in a hundred, accuracy says nothing of the class."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look at the smallest class."""
    return answer_by_dataset(
        facts,
        _faults,
        "classes of very few rows",
        "no table has a target of classes that is sure",
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    target = sure_target(profile)
    if target is None or not target.class_shares or profile.rows < FEWEST_TO_JUDGE:
        return None
    smallest = target.class_shares[-1]
    if smallest * profile.rows >= FEWEST_ROWS and smallest >= SMALLEST_SHARE:
        return []
    note = f"the smallest of {len(target.class_shares)} classes has {smallest:.2%} of the rows"
    return [at(profile, note, target.column)]
