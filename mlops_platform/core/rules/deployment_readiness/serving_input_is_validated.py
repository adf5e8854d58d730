"""The input of the server is validated.

Why: without a check, a missing field or a text in place of a number becomes a wrong prediction.
Fix: declare the fields once (`class Customer(BaseModel): tenure: int`) and take that type in the
route (`def predict(customer: Customer)`), or validate `request.get_json()` with it.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, not_applicable, partly_met
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "hours"

WITH_A_BODY = {"POST", "PUT", "PATCH"}


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the share of routes with a body whose type or function checks it."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.applications:
        return not_applicable("nothing serves the model")
    routes = [r for app in facts.applications for r in app.routes if r.method in WITH_A_BODY]
    if not routes:
        return not_applicable("no route that takes a body was found")
    loose = [route for route in routes if not route.has_typed_input]
    if loose and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    names = listed(f"`{route.method} {route.path or route.function}`" for route in loose)
    return partly_met(
        1 - len(loose) / len(routes),
        f"no model or check was found for the body of {names}" if loose else "",
        [route.evidence for route in loose],
    )
