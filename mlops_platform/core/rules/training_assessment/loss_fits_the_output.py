"""The loss fits what the network puts out.

Why: softmax or sigmoid applied twice flattens the gradients: the network learns slowly and its
probabilities are wrong.
Fix: return raw scores with `CrossEntropyLoss`, `BCEWithLogitsLoss` or `from_logits=True`, and
probabilities with the others.
"""

from mlops_platform.core.answers.by_practice import answer_by_share
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 3
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that are sound."""
    return answer_by_share(
        facts,
        __name__,
        "output and loss do not fit",
        "network",
        "no network with one loss could be compared with it",
    )
