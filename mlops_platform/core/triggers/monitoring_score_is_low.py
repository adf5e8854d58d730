"""The monitoring score is below 5.

Where nobody would notice that the model fails, at least a look soon is mandated.
"""

from mlops_platform.core.sections.retraining_recommendation import Sign, Situation, Trigger
from mlops_platform.core.urgency import Urgency

LOW = 5.0


def pull(situation: Situation) -> Trigger | None:
    """Look at the score of monitoring_health."""
    score = situation.monitoring_score
    if score is None or score >= LOW:
        return None
    return Trigger(
        name="monitoring_score_is_low",
        sign=Sign.BLINDNESS,
        urgency=Urgency.SOON,
        because=f"the monitoring score is {score:.1f} of 10",
    )
