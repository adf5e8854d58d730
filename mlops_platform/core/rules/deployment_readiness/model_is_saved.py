"""The trained model is saved.

Why: a model that ends with its process cannot be served, compared or audited.
Fix: call `joblib.dump(model, "models/model.joblib")` (or `torch.save(model.state_dict(), PATH)`)
at the end of training.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.checkpointing import LOG_MODELS_BY_THEMSELVES, SAVE_BY_THEMSELVES
from mlops_platform.core.answers.cite import cite_files, cite_places, in_use, listed
from mlops_platform.core.evidence import Answer, met, unknown, unmet
from mlops_platform.core.sections.deployment_readiness import DeploymentReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 3
EFFORT = "minutes"


def answer(facts: DeploymentReadinessFacts) -> Answer:
    """Answer from the calls that save or register a model, else from committed models."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    places = [*cite_places(facts.saved_models), *cite_places(facts.registered_models)]
    if places:
        return met(places)
    committed = [file for file in facts.committed_models if file.size_bytes]
    if committed:
        return met(cite_files(committed), "a model is committed")
    return inapplicable(facts, *COLLECTIONS) or _without_a_call(facts)


def _without_a_call(facts: DeploymentReadinessFacts) -> Answer:
    tools = [
        *in_use(facts.frameworks, SAVE_BY_THEMSELVES),
        *in_use(facts.pipelines, SAVE_BY_THEMSELVES),
        *in_use(facts.trackers, LOG_MODELS_BY_THEMSELVES),
    ]
    if tools:
        return unknown(
            f"{listed(tool.name for tool in tools)} can save the model without such a call"
        )
    return unmet("no call that saves or registers a model was found, and none is committed")
