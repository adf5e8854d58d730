"""The data hold no contact or identity numbers of people.

Why: whoever can read the repository can read them, and a commit cannot be taken back.
Fix: remove or hash the columns, take the file out of Git's history, and keep the original where
access is controlled.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 3
EFFORT = "days"

FEWEST = 3
SHARE = 0.01
"""A stray match among many rows is no column of personal data."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count cells in the shape of addresses and identity numbers."""
    return answer_by_dataset(
        facts, _faults, "cells that look like personal data", "no table was read"
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    found = [
        (column, each)
        for column in profile.columns
        for each in column.personal_data
        if each.cells >= max(FEWEST, SHARE * profile.rows)
    ]
    return [
        at(profile, f"{rows_of(each.cells, profile)} look like {each.sort}", column.name)
        for column, each in found
    ]
