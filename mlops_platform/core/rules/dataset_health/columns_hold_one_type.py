"""A column of numbers or dates holds nothing else.

Why: one stray word turns the whole column into text when it is read, or becomes a gap.
Fix: repair the cells at their source, or read them with the spelling of missing values named
(`na_values=`).
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "hours"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for cells that are no number or date among those that are."""
    return answer_by_dataset(facts, _faults, "columns of mixed types", "no table was read")


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    odd = [c for c in profile.columns if c.odd_cells]
    return [
        at(profile, f"{rows_of(c.odd_cells, profile)} are unlike the others", c.name) for c in odd
    ]
