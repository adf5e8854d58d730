"""Answers from the recommendation: what was asked, and what pulled it."""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.evidence import Answer, Evidence, not_applicable, unmet
from mlops_platform.core.sections.retraining_recommendation import (
    RetrainingRecommendationFacts,
    Sign,
    Trigger,
)


def unasked(facts: RetrainingRecommendationFacts) -> Answer | None:
    """Answer where there is no model in operation to decide about."""
    if skipped := inapplicable(facts):
        return skipped
    return None if facts.is_asked else not_applicable(facts.because or "nothing was asked")


def unmet_by(facts: RetrainingRecommendationFacts, *signs: Sign) -> Answer:
    """Answer unmet by the triggers of these signs, all where none is named."""
    triggers = [t for t in facts.triggers if not signs or t.sign in signs] or facts.triggers
    words = "; ".join(t.because for t in triggers if t.because) or facts.because
    return unmet(words or "the decision table says so", _evidence(triggers))


def _evidence(triggers: list[Trigger] | tuple[Trigger, ...]) -> list[Evidence]:
    return [evidence for trigger in triggers for evidence in trigger.evidence]
