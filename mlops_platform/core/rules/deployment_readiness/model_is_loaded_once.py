"""The model is loaded once, not with every request.

Why: reading a model from disk costs more than a prediction, and many requests at once exhaust
memory.
Fix: load it at module level or in FastAPI's `lifespan`, or put `@functools.lru_cache` (streamlit:
`@st.cache_resource`) above the function that loads it.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_places, counted
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the loads that each request repeats, among all loads of the applications."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.applications:
        return not_applicable("nothing serves the model")
    again = {p.evidence: p for app in facts.applications for p in app.model_loads_per_request}
    if again:
        return unmet(
            f"every request loads a stored model, seen at {counted(len(again), 'place')}",
            again,
        )
    loads = {p.evidence: p for app in facts.applications for p in app.model_loads}
    if not loads:
        return unknown("where the served model is loaded was not found")
    known = {p.evidence for app in facts.applications for p in app.model_loads_at_start}
    open_ones = [place for place in loads if place not in known]
    if open_ones:
        path = open_ones[0].path
        return unknown(f"whether each request runs the load in `{path}` was not followed")
    return met(cite_places(loads.values()))
