"""Incoming data are validated.

Why: a renamed field or another unit reaches the model without an error, and only its answers tell.
Fix: type the request's body (a pydantic model with ranges), or call `schema.validate(frame)`
(pandera) at the start of each scheduled run.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unoperated
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts
from mlops_platform.core.sections.project_profile import Place

WEIGHT = 2
EFFORT = "hours"

VALIDATORS = ("pandera", "great expectations", "deepchecks", "evidently", "whylogs")


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from validators in use, and from typed bodies of requests."""
    if skipped := unoperated(facts):
        return skipped
    tools = in_use(facts.monitoring, VALIDATORS)
    places = [Place(name=t.name, evidence=place) for t in tools for place in t.evidence[:1]]
    places += [Place(name="typed input", evidence=place) for place in facts.typed_inputs]
    return answer_by_sight(
        facts,
        places,
        "no data-validation library is in use, and no route types its input",
        by_platform="validate requests",
    )
