"""A model card describes the model.

Why: who uses a model must know what it was trained on, what it is for, and where it fails.
Fix: add `MODEL_CARD.md`: intended use, training data, metrics by group, known limits, contact.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from a model card in the tree."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if facts.documentation.model_card:
        return met([facts.documentation.model_card])
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    if not facts.saved_models and not facts.registered_models and not facts.committed_models:
        return not_applicable("no model is saved or kept here")
    return unmet("no model card was found")
