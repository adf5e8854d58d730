"""The server reports its health.

Why: a load balancer or an orchestrator must know when to send requests, and when to restart.
Fix: add a route `@app.get("/health")` that returns 200 once the model is loaded, and 503 before.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts, Route
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "minutes"

HEALTH_WORDS = ("health", "ready", "readiness", "live", "liveness", "ping", "status", "heartbeat")


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the routes; a server without routes of its own answers for itself."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    routes = [route for app in facts.applications for route in app.routes]
    if not routes:
        return not_applicable("no server with routes of its own was found")
    found = [route.evidence for route in routes if _is_health(route)]
    if found:
        return met(found)
    if any(route.method == "GET" and route.path == "/" for route in routes):
        return unknown("`GET /` may be what is asked for its health")
    places = sorted({app.path for app in facts.applications if app.routes})
    return inapplicable(facts, *COLLECTIONS) or unmet(
        f"no route of {listed(f'`{path}`' for path in places)} is named like a health check",
        [Evidence(path=path) for path in places],
    )


def _is_health(route: Route) -> bool:
    words = f"{route.path} {route.function}".lower()
    return any(word in words for word in HEALTH_WORDS)
