"""No held-out row is among the training rows.

Why: a row that was learned says nothing of rows that were not, so the score is too good.
Fix: drop copies before the split, then split once, and check that the parts share no row.
"""

from mlops_platform.core.answers.by_dataset import without_data
from mlops_platform.core.answers.shared_rows import are_too_many
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, partly_met
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts, SplitPair

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 5.0


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look at the parts that are splits of one data set by their names."""
    if answered := without_data(facts):
        return answered
    asked = [pair for pair in facts.split_pairs if pair.shared_rows is not None]
    if not asked:
        return not_applicable("the repository holds no training and held-out part to compare")
    repeated = {each.path: each.duplicate_rows / max(1, each.rows) for each in facts.profiles}
    wrong = [
        pair
        for pair in asked
        if are_too_many(pair.shared_rows or 0, pair.held_out_rows, repeated.get(pair.training, 0.0))
    ]
    if not wrong:
        return met(Evidence(path=pair.held_out) for pair in asked)
    because = f"{len(wrong)} of {len(asked)} held-out parts share rows with their training part"
    return partly_met(1 - len(wrong) / len(asked), because, map(_shared, wrong))


def _shared(pair: SplitPair) -> Evidence:
    note = f"{pair.shared_rows} of {pair.held_out_rows} rows are also in {pair.training}"
    return Evidence(path=pair.held_out, note=note)
