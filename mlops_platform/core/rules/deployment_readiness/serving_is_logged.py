"""The server writes a log.

Why: when a prediction is disputed, somebody must be able to see that it was asked, and when.
Fix: add `logger = logging.getLogger(__name__)` and one `logger.info` per request with the model's
version, the latency and the outcome, without personal data.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from logging calls in the files with routes and the modules they import."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    servers = [app for app in facts.applications if app.routes]
    if not servers:
        return not_applicable("no server with routes of its own was found")
    calls = [call for app in servers for call in app.logging_calls]
    if calls:
        return met(calls)
    paths = sorted({app.path for app in servers})
    return inapplicable(facts, *COLLECTIONS) or unmet(
        f"no logging call was found in {listed(f'`{path}`' for path in paths)} or what it imports",
        [Evidence(path=path) for path in paths],
    )
