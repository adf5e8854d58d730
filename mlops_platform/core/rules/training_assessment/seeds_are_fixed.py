"""Random seeds are fixed.

Why: two runs of one commit should give one model.
Fix: call one seed function before the data are drawn and the weights are made:
`torch.manual_seed(0)`, `keras.utils.set_random_seed(0)`, `numpy.random.seed(0)`,
`random.seed(0)`.
"""

from mlops_platform.core.answers.by_practice import answer_by_habit
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that follow it."""
    return answer_by_habit(
        facts,
        __name__,
        "chance is not seeded",
        "source",
        "no file trains a network or draws random numbers",
    )
