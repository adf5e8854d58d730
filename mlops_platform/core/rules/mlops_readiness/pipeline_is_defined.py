"""The steps from data to model are defined as a pipeline.

Why: when the order of the steps lives in somebody's head, a rerun skips one.
Fix: write the steps with their inputs and outputs into `dvc.yaml` (`stages: prepare, train,
evaluate`) and run `dvc repro`; one `Makefile` with file targets is a start.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "days"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the pipeline and workflow tools in use."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if not facts.training_entry_points and not in_use(facts.pipelines):
        return not_applicable("no training entry point was found")
    if not in_use(facts.pipelines) and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return answer_by_use(facts.pipelines, "no pipeline or workflow definition was found")
