"""Trained models are registered.

Why: a registry answers which model is in production, who put it there, and what was there before.
Fix: pass `registered_model_name="churn"` to your `mlflow.…log_model` call, or upload the model
with its version to the registry that you use.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_places
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the calls that register a model."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if facts.registered_models:
        return met(cite_places(facts.registered_models))
    if not facts.training_entry_points:
        return not_applicable("no training entry point was found")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    return unmet("no call that registers a model was found", cite_places(facts.saved_models))
