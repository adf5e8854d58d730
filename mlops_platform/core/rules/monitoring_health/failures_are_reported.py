"""Failures of the service are reported.

Why: an exception that only the client sees is found by the client, days later.
Fix: log it (`logger.exception("prediction failed")`) in the handler, or add
`sentry_sdk.init(dsn=…)` at start.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unserved
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts
from mlops_platform.core.sections.project_profile import Place

WEIGHT = 1
EFFORT = "hours"

REPORTERS = (
    *("sentry", "application insights", "datadog", "new relic", "logfire", "opentelemetry"),
    *("cloudwatch", "request log file"),
)


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from error trackers, and from logged errors in the code that serves."""
    if skipped := unserved(facts):
        return skipped
    tools = in_use(facts.monitoring, REPORTERS)
    places = [Place(name=t.name, evidence=place) for t in tools for place in t.evidence[:1]]
    places += [Place(name="logged errors", evidence=place) for place in facts.error_reports]
    return answer_by_sight(
        facts,
        places,
        "no error tracker, and no logged error in the code that serves, was found",
        by_platform="keep the errors",
    )
