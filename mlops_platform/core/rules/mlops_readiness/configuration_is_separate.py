"""Settings of a run are separate from the code.

Why: when each experiment edits the source, nobody knows later which values made the model.
Fix: move learning rate, paths and the like into `params.yaml` or command-line arguments
(`argparse`), and read them at the start of training.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_detections, in_use, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from configuration tools and files, else from required command-line arguments."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if not facts.training_entry_points:
        return not_applicable("no training entry point was found")
    tools = in_use(facts.configuration)
    if tools:
        return met(cite_detections(tools), listed(tool.name for tool in tools))
    if any(point.required_arguments for point in facts.training_entry_points):
        return met(because="training takes command-line arguments")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    return unmet("training reads no settings file and takes no command-line arguments")
