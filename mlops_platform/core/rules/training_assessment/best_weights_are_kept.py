"""Long training keeps its best weights.

Why: after many epochs the last weights are seldom the best ones.
Fix: in Keras pass `callbacks=[EarlyStopping(restore_best_weights=True)]`; in torch keep a copy,
`copy.deepcopy(model.state_dict())`, since the dictionary itself goes on changing.
"""

from mlops_platform.core.answers.by_practice import answer_by_habit
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that follow it."""
    return answer_by_habit(
        facts,
        __name__,
        "the last weights are kept",
        "training",
        "no training was found that could keep its best weights",
    )
