"""The model is served to other programs.

Why: a server with a stable address lets applications use the model without its code and packages.
Fix: add `app.py` with `app = FastAPI()` and one route `@app.post("/predict")` that takes a
pydantic model and calls the saved model; start it with `uvicorn app:app`.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "hours"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the serving frameworks and scoring scripts in use."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if facts.applications:
        names = listed(app.framework for app in facts.applications)
        return met([Evidence(path=app.path) for app in facts.applications], names)
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    scripts = listed(f"`{place.evidence.path}`" for place in facts.prediction_scripts)
    if scripts:
        return unmet(f"predictions come from {scripts} only, not from a server")
    return unmet("no server, scoring script or demo page was found that leads to a model")
