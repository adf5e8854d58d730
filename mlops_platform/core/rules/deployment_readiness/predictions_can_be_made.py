"""Predictions can be made with the saved model.

Why: a model that only its training script can ask is of no use to anybody else.
Fix: add `predict.py` that loads the saved model, reads rows from a file given on the command line,
and writes one prediction per row.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.checkpointing import SAVE_BY_THEMSELVES
from mlops_platform.core.answers.cite import cite_places, in_use, listed
from mlops_platform.core.evidence import Answer, Evidence, met, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 3
EFFORT = "hours"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from serving applications and prediction scripts."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    applications = [Evidence(path=app.path, note=app.framework) for app in facts.applications]
    places = [*applications, *cite_places(facts.prediction_scripts)]
    if places:
        return met(places)
    return inapplicable(facts, *COLLECTIONS) or _without_a_place(facts)


def _without_a_place(facts: DeploymentReadinessFacts) -> Answer:
    if facts.loaded_models:
        path = facts.loaded_models[0].evidence.path
        return unknown(f"`{path}` loads a stored model, and whether it predicts was not followed")
    frameworks = in_use(facts.frameworks, SAVE_BY_THEMSELVES)
    if frameworks:
        return unknown(
            f"{listed(f.name for f in frameworks)} can load a model without such a script"
        )
    return unmet("no server and no script that loads a saved model and predicts was found")
