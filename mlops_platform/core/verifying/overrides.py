"""What a model decided against what stands: urgency may rise, and nothing else moves."""

from mlops_platform.core.language_model import Interpretation, Override
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendationFacts
from mlops_platform.core.urgency import Urgency

_ORDER = tuple(Urgency)
URGENCY_STANDS = "The triggers mandate it; a model may raise the urgency, never lower it."
STRATEGY_STANDS = "The strategy follows from the signs that were measured."


def settle(said: Interpretation, facts: RetrainingRecommendationFacts) -> Interpretation:
    """Return the words with the decisions that stand, and what was overridden."""
    urgency, strategy, overrides = said.urgency, said.strategy, []
    if urgency is not None and _ORDER.index(urgency) > _ORDER.index(facts.urgency):
        overrides.append(
            Override(
                decision="urgency",
                said=urgency.value,
                stands=facts.urgency.value,
                because=URGENCY_STANDS,
            )
        )
        urgency = facts.urgency
    if strategy is not None and strategy is not facts.strategy:
        overrides.append(
            Override(
                decision="strategy",
                said=strategy.value,
                stands=facts.strategy.value,
                because=STRATEGY_STANDS,
            )
        )
        strategy = facts.strategy
    return said.model_copy(
        update={"urgency": urgency, "strategy": strategy, "overrides": tuple(overrides)}
    )
