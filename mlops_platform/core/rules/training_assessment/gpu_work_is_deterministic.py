"""GPU work is deterministic where seeds are set.

Why: CUDA picks the fastest kernel at each run, and some of them add numbers in any order: a
seed alone does not repeat a result.
Fix: call `torch.use_deterministic_algorithms(True)` and leave `torch.backends.cudnn.benchmark`
off, at least behind a switch for runs that must be repeated.
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
        "torch is seeded and its kernels are left to chance",
        "training loop",
        "no seeded torch training on a GPU was found",
    )
