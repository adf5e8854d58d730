"""The server is monitored.

Why: a model fails silently: it still answers, only worse, and nobody sees it without figures.
Fix: add `Instrumentator().instrument(app).expose(app)` (prometheus-fastapi-instrumentator) for
traffic, and log inputs and predictions for a drift report.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer, not_applicable, partly_met
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts, Route
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.serving.applications import DEMOS

WEIGHT = 2
EFFORT = "days"

VALIDATORS = {"pandera", "great expectations", "deepchecks"}
"""They check data before training as well; alone they say nothing of a server."""

DRIFT_IS_TOLD = 0.5
"""Half of it: whether the data moved is told, how the server does is not."""


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the monitoring tools in use."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.applications:
        return not_applicable("nothing serves the model")
    tools = [tool for tool in facts.monitoring if tool.name not in VALIDATORS]
    if not in_use(tools) and all(app.framework in DEMOS for app in facts.applications):
        return not_applicable("only pages for people show the model")
    if not in_use(tools) and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    told = [r for app in facts.applications for r in app.routes if _tells_drift(r)]
    if told and not in_use(tools):
        because = f"drift is told by `{told[0].path}`; requests and answers are not measured"
        return partly_met(DRIFT_IS_TOLD, because, [each.evidence for each in told])
    return answer_by_use(tools, "no metrics, tracing or drift tool is in use")


def _tells_drift(route: Route) -> bool:
    return "drift" in f"{route.path} {route.function}".lower()
