"""Scores are of rows that the model was not fitted to.

Why: a model that learned its rows by heart scores well on them and on nothing else.
Fix: put rows aside with `train_test_split` before anything is fitted, and compute the metrics on
them.
"""

from mlops_platform.core.answers.by_defect import DefectClaim, answer_by_deeds
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0

CLAIM = DefectClaim(
    kinds=frozenset({"evaluated_on_training"}),
    fault="the model is scored only on rows that it was fitted to",
    otherwise="no score of a model was found",
)


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the rows that each model was fitted to and scored on."""
    asked = [
        place for each in facts.programs for place in (*each.held_out_scores, *each.fold_scores)
    ]
    return answer_by_deeds(facts, CLAIM, asked)
