"""The parts of a split have the same columns.

Why: a feature that the held-out part lacks cannot be used where the model is measured.
Fix: prepare both parts by one function, or split after the columns are made.
"""

from mlops_platform.core.answers.by_dataset import without_data
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, partly_met
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 1
EFFORT = "hours"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for columns that only the training part has; a target may be held back."""
    if answered := without_data(facts):
        return answered
    if not facts.split_pairs:
        return not_applicable("the repository holds no training and held-out part to compare")
    # One column alone is most likely the target that was kept back, under a name we do not know.
    wrong = [pair for pair in facts.split_pairs if len(pair.missing_columns) > 1]
    if not wrong:
        return met(Evidence(path=pair.held_out) for pair in facts.split_pairs)
    because = f"{len(wrong)} of {len(facts.split_pairs)} held-out parts lack columns"
    places = [
        Evidence(path=pair.held_out, column=name, note=f"only in {pair.training}")
        for pair in wrong
        for name in pair.missing_columns
    ]
    return partly_met(1 - len(wrong) / len(facts.split_pairs), because, places)
