"""Files of held-out rows hold no training rows.

Why: a row that the model has learned says nothing of rows that it has not.
Fix: drop repeated rows before the files are written, and check that the parts share none.
"""

from mlops_platform.core.answers.by_defect import without_training
from mlops_platform.core.answers.shared_rows import are_too_many
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, partly_met, unmet
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessmentFacts,
    HeldOutFile,
)

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

MANY = 0.1
"""One row in ten proves memory; below, the score is too good by a part of it."""


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Look at the files that are parts of one data set by their names."""
    if skipped := without_training(facts):
        return skipped
    asked = [each for each in facts.held_out_files if each.rows]
    if not asked:
        return not_applicable("the repository holds no training and held-out file to compare")
    wrong = [e for e in asked if are_too_many(e.shared_rows, e.rows, e.repeated_share)]
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
