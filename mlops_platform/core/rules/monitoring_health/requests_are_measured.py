"""Requests to the model are measured.

Why: a service that became slow, idle or flooded shows it in rates and latencies first.
Fix: expose `/metrics` (`Instrumentator().instrument(app).expose(app)`, or `prometheus_client`), and
let a collector scrape it.
"""

from mlops_platform.core.answers.by_operation import answer_by_sight, unserved
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts
from mlops_platform.core.sections.project_profile import Place

WEIGHT = 2
EFFORT = "hours"

METERS = (
    *("prometheus", "opentelemetry", "datadog", "new relic", "cloudwatch"),
    *("application insights", "logfire", "langfuse", "arize"),
)


def answer(facts: MonitoringHealthFacts) -> Answer:
    """Answer from the metrics libraries in use."""
    if skipped := unserved(facts):
        return skipped
    tools = in_use(facts.monitoring, METERS)
    places = [Place(name=t.name, evidence=place) for t in tools for place in t.evidence[:1]]
    return answer_by_sight(
        facts, places, "no library of metrics or traces is in use", by_platform="count requests"
    )
