"""Experiments are tracked.

Why: without a record of parameters, data and metrics, the best run cannot be found or repeated.
Fix: wrap the training in `with mlflow.start_run():` and call `mlflow.log_params(…)` and
`mlflow.log_metrics(…)`, or use the tracker that you know.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the experiment trackers that the code uses."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if not facts.training_entry_points:
        return not_applicable("no training entry point was found")
    if not in_use(facts.trackers) and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return answer_by_use(facts.trackers, "no code uses an experiment tracker")
