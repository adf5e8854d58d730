"""CI runs on pushes or pull requests.

Why: a pipeline that somebody must start by hand does not guard the branch.
Fix: add `on: [push, pull_request]` to the workflow that runs the tests.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import Workflow

WEIGHT = 1
EFFORT = "minutes"

ON_CHANGE = {"push", "pull_request", "pull_request_target", "merge_group"}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the triggers of GitHub workflows; other systems run on pushes by default."""
    if skipped := inapplicable(facts):
        return skipped
    if not facts.ci:
        return not_applicable("there is no CI")
    workflows = [w for w in facts.workflows if w.system == "github_actions"]
    if len(workflows) < len(facts.workflows):
        return not_applicable("a CI system is used that runs on pushes by default")
    return _by_triggers(workflows)


def _by_triggers(workflows: list[Workflow]) -> Answer:
    places = [Evidence(path=w.path) for w in workflows if not ON_CHANGE.isdisjoint(w.triggers)]
    if places:
        return met(places)
    triggers = listed(trigger for w in workflows for trigger in w.triggers)
    if not triggers:
        return unknown("the triggers of the pipelines could not be read")
    return unmet(f"CI starts on {triggers} only", [Evidence(path=w.path) for w in workflows])
