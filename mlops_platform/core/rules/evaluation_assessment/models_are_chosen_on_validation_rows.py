"""Models and settings are chosen on rows other than the test rows.

Why: the best of many scores on the same rows is too good by chance; those rows prove nothing any
more.
Fix: choose by `cross_val_score`, a search with folds or a validation part, and score the test part
once, at the end.
"""

from mlops_platform.core.answers.by_defect import (
    MOST_SHOWN,
    STOPPING,
    DefectClaim,
    answer_by_deeds,
    shown_place,
    without_training,
)
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Outcome, unknown
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"multi_test"}),
    other_than=frozenset({STOPPING}),
    fault="a model or setting was chosen by its score on the test rows",
    otherwise="no choice by a score was seen",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from choices that depend on scores, and from the rows of those scores."""
    sound = [c for each in facts.programs for c in each.sound_choices if c.note != STOPPING]
    answered = answer_by_deeds(facts, CLAIM, sound)
    if answered.outcome is not Outcome.NOT_APPLICABLE or without_training(facts):
        return answered
    choices = [c for each in facts.programs for c in each.choices if c.note != STOPPING]
    if not choices:
        return answered
    places = listed(shown_place(each) for each in choices[:MOST_SHOWN])
    return unknown(f"whether the rows of the choice are scored later could not be told: {places}")
