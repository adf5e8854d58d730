"""The server answers bad requests with an error of its own.

Why: an unhandled exception shows the caller a bare 500, and hides from you which input caused it.
Fix: catch the model's errors in the route and `raise HTTPException(422, "…")` (Flask: `abort(422,
"…")`), with a sentence that says what to correct.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, not_applicable, partly_met
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the files with routes, by the share that handles an error anywhere."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    servers = {app.path: app for app in facts.applications if app.routes}
    if not servers:
        return not_applicable("no server with routes of its own was found")
    bare = [path for path, app in servers.items() if not app.handled_errors]
    if bare and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return partly_met(
        1 - len(bare) / len(servers),
        f"no error is handled in {listed(f'`{path}`' for path in bare)}" if bare else "",
        [Evidence(path=path) for path in bare],
    )
