"""Images that measure the model are left as they are.

Why: a score on images that were turned and stretched at random is not the score on real ones.
Fix: make a second `ImageDataGenerator` that only rescales, for validation and test.
"""

from mlops_platform.core.answers.by_practice import answer_by_share
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that are sound."""
    return answer_by_share(
        facts,
        __name__,
        "held-out images are augmented",
        "flow",
        "no flow of held-out images was found",
    )
