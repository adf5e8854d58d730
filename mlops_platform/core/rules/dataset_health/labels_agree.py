"""Rows with equal features have equal targets.

Why: rows that contradict each other limit what any model can reach, and often mean faulty labels.
Fix: look at the rows that contradict each other, and correct their labels or add the feature that
tells them apart.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of, sure_target
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "days"

MOST = 0.01
"""A few contradictions are noise; more are a fault of the labels or a missing feature."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count rows whose features occur with another class."""
    return answer_by_dataset(
        facts,
        _faults,
        "labels that contradict each other",
        "no table has a target of classes that is sure",
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    target = sure_target(profile)
    if target is None or target.conflicting_rows is None:
        return None
    count = target.conflicting_rows
    note = f"{rows_of(count, profile)} have the features of a row of another class"
    return [at(profile, note, target.column)] if count > MOST * profile.rows else []
