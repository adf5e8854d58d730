"""Addresses and paths of the server can be configured.

Why: a path of the author's machine, or a fixed address, works on that machine only.
Fix: replace the literal named here by `os.environ["MODEL_PATH"]` (or a `BaseSettings` field) with
a relative default.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_places, counted
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from absolute paths of one machine and local addresses in serving code."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not any(app.path.endswith(".py") for app in facts.applications):
        return not_applicable("no Python code serves the model")
    fixed = dict.fromkeys(e for app in facts.applications for e in app.fixed_addresses)
    if not fixed:
        return met(cite_places(facts.environment_variables))
    lines = counted(len(fixed), "line")
    return unmet(f"a path or address of one machine stands in {lines} of serving code", fixed)
