"""Code that comes with a download is not run unseen.

Why: who owns the account on the other side owns this machine, with its data and keys.
Fix: pin `revision=` to a commit that was read, drop `trust_remote_code=True`, and load weights
as safetensors.
"""

from mlops_platform.core.answers.by_practice import answer_by_absence
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer from the places where it is not so."""
    return answer_by_absence(facts, __name__, "downloaded code is run", "call")
