"""Training runs with and without CUDA.

Why: tests, CI and most laptops have no GPU of this kind.
Fix: set `device = torch.device("cuda" if torch.cuda.is_available() else "cpu")` once, and use
`.to(device)`.
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
        "CUDA is taken for granted",
        "file",
        "no torch code chooses a device",
    )
