"""The service's health is probed.

Why: a route for health helps only when something asks it, and restarts what does not answer.
Fix: add `HEALTHCHECK` to the Dockerfile, `healthcheck:` to the compose file, or `livenessProbe` to
the deployment.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_operation import answer_by_sight, unserved
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer, unknown
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts

WEIGHT = 2
EFFORT = "minutes"
ANSWER_THEMSELVES = frozenset(
    {
        "bentoml",
        "litserve",
        "mlflow models",
        "tensorflow serving",
        "torchserve",
        "triton",
        "vllm",
    }
)
"""Servers that bring a route for their health."""


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from probes in configuration files; a route alone shows no one who asks it."""
    if skipped := unserved(facts):
        return skipped
    if facts.health_routes and not facts.probes:
        return inapplicable(facts, *COLLECTIONS) or unknown(
            "a route may answer for its health, and who asks it is not in the repository"
        )
    themselves = [each.name for each in in_use(facts.serving) if each.name in ANSWER_THEMSELVES]
    if themselves and not facts.probes:
        return inapplicable(facts, *COLLECTIONS) or unknown(
            f"{themselves[0]} answers for its health, and who asks it is not in the repository"
        )
    return answer_by_sight(
        facts,
        facts.probes,
        "neither a probe nor a route for one was found",
        by_platform="probe by itself",
    )
