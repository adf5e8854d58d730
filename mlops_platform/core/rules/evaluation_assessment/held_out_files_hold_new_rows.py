"""Files of held-out rows hold no training rows.

Why: a row that the model has learned says nothing of rows that it has not.
Fix: drop repeated rows before the files are written, and check that the parts share none.
"""

from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, partly_met, unmet
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessmentFacts,
    HeldOutFile,
)

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

MOST = 0.01
"""A row in a hundred moves the score by less than its own uncertainty."""

MANY = 0.1
TIMES = 3
"""Where rows of few columns repeat by themselves, they meet by themselves: only more is a leak."""


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Look at the files that are parts of one data set by their names."""
    if skipped := without_training(facts):
        return skipped
    asked = [each for each in facts.held_out_files if each.rows]
    if not asked:
        return not_applicable("the repository holds no training and held-out file to compare")
    wrong = [each for each in asked if _share(each) > max(MOST, TIMES * each.repeated_share)]
    if not wrong:
        return met(Evidence(path=each.path) for each in asked)
    worst = max(wrong, key=_share)
    because = f"{_shown(worst)} of {worst.path} are also in {worst.training}"
    places = [Evidence(path=each.path, note=f"{_shown(each)} are shared") for each in wrong]
    if _share(worst) > MANY:
        return unmet(because, places)
    return partly_met(1 - _share(worst) / MANY, because, places)


def _share(file: HeldOutFile) -> float:
    return file.shared_rows / file.rows


def _shown(file: HeldOutFile) -> str:
    return f"{file.shared_rows} of {file.rows} rows"
