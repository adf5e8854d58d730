"""The served model can be rolled back to the one before.

Why: when a new model misbehaves, the old one must be back within minutes, not after a new
training.
Fix: register each model with a version (`mlflow.register_model`) and let the server load a named
version, or keep the models under `dvc add models/`.
"""

import re

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_files, cite_places, in_use, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "hours"

CHOOSES = re.compile(
    r"roll_?-?back|(?:select|switch|activate|choose)[-_]model|models?/(?:select|switch|activate)",
    re.IGNORECASE,
)
"""A route of this name or path sets which stored model answers."""


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from what keeps former models: a registry, data versioning, or Git itself."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.applications:
        return not_applicable("nothing serves the model")
    committed = [file for file in facts.committed_models if file.size_bytes]
    kept = [*cite_places(facts.registered_models), *cite_files(committed)]
    if kept:
        return met(kept)
    return inapplicable(facts, *COLLECTIONS) or _without_a_registry(facts)


def _without_a_registry(facts: DeploymentReadinessFacts) -> Answer:
    versioning = in_use(facts.data_versioning)
    if versioning:
        return unknown(f"{listed(tool.name for tool in versioning)} may keep former models")
    if not facts.saved_models:
        return unknown("where the served model comes from was not found")
    if any(place.name.endswith(".log_model") for place in facts.saved_models):
        return unknown("the runs of the experiment tracker may keep former models")
    routes = [route for app in facts.applications for route in app.routes]
    for route in routes:
        if CHOOSES.search(f"{route.function} {route.path}"):
            return unknown(f"`{route.method} {route.path}` may bring a former model back")
    return unmet(
        "no registry and no versioned store of models was found beside the call that saves it",
        cite_places(facts.saved_models),
    )
