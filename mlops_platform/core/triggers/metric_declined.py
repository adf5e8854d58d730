"""A metric declined against the previous runs.

By 5 % or more (medium) a look soon is mandated, by 10 % or more (high) an immediate one. The last
run is held against the median of up to five before it.
"""

import math
from statistics import median

from mlops_platform.core.sections.retraining_recommendation import (
    MetricHistory,
    Sign,
    Situation,
    Trigger,
)
from mlops_platform.core.urgency import Urgency

MEDIUM, HIGH = 0.05, 0.10
MOST_RUNS = 5
FEWEST_VALUES = 2
MARGIN = 1e-9
"""So that a decline of exactly 5 % is one, whatever the last bit says."""


def pull(situation: Situation) -> Trigger | None:
    """Look at every metric's last value; the largest decline counts."""
    declines = [(decline(history), history.metric) for history in situation.metrics]
    found = sorted((-share, name) for share, name in declines if share >= MEDIUM - MARGIN)
    if not found:
        return None
    share, name = -found[0][0], found[0][1]
    return Trigger(
        name="metric_declined",
        sign=Sign.DECLINE,
        urgency=Urgency.IMMEDIATE if share >= HIGH - MARGIN else Urgency.SOON,
        because=f"`{name}` is {share:.1%} worse than in the runs before",
    )


def decline(history: MetricHistory) -> float:
    """Return by which share of the runs before the last value is worse; 0 where it is not."""
    values = [value for value in history.values if math.isfinite(value)]
    if len(values) < FEWEST_VALUES:
        return 0.0
    before = median(values[-1 - MOST_RUNS : -1])
    worse = before - values[-1] if history.is_higher_better else values[-1] - before
    return max(0.0, worse / abs(before)) if before else 0.0
