"""The server is tested.

Why: the model may be right and the route still wrong: a renamed field fails only in production.
Fix: add `tests/test_app.py`: `TestClient(app).post("/predict", json={…})` and assert the status
and the fields of the answer.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.serving.applications import DEMOS

WEIGHT = 2
EFFORT = "hours"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from tests with a test client, that import a served module, or ask a route of it."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    served = sorted({app.path for app in facts.applications if app.path.endswith(".py")})
    if not served:
        return not_applicable("no Python code serves the model")
    if facts.tests_of_serving:
        return met(facts.tests_of_serving)
    if all(app.framework in DEMOS for app in facts.applications):
        return not_applicable("only pages for people show the model")
    return inapplicable(facts, *COLLECTIONS) or unmet(
        f"no test asks {listed(f'`{path}`' for path in served)}",
        [Evidence(path=path) for path in served],
    )
