"""Loading a file runs no code of it.

Why: weights, arrays and settings from elsewhere can carry code that runs when they are read.
Fix: use `torch.load(…, weights_only=True)`, `yaml.safe_load`, and arrays without
`allow_pickle`.
"""

from mlops_platform.core.answers.by_practice import answer_by_absence
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer from the places where it is not so."""
    return answer_by_absence(facts, __name__, "files may run code when they are loaded", "load")
