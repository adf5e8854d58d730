"""Importing a file trains nothing.

Why: whoever imports a function from such a file starts a training run, with its side effects.
Fix: move the training into a function and call it under `if __name__ == "__main__":`.
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
        "files train when they are imported",
        "file",
        "no training script is imported or made of functions",
    )
