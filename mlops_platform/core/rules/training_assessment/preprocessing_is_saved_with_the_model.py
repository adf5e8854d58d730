"""Preprocessing is saved with the model.

Why: a model without the scaler or vectoriser that it learned behind cannot predict anything.
Fix: save one pipeline: `joblib.dump(make_pipeline(scaler, model).fit(X, y), path)`.
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
        "a model is saved without its preprocessing",
        "transformer",
        "no model is saved beside preprocessing of its own",
    )
