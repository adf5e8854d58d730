"""CI trains or evaluates the model.

Why: unit tests can pass while the metric falls; a small run in CI shows it before the merge.
Fix: add a step that runs your training command on a small sample, with few epochs, and fails below
a fixed metric.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_ci import answer_by_ci
from mlops_platform.core.ci_steps import ci_steps, steps_that_start
from mlops_platform.core.evidence import Answer, Evidence, not_applicable
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 1
EFFORT = "hours"

PIPELINE_RUNS = ("dvc repro", "dvc exp run", "kedro run", "mlflow run", "zenml pipeline run")


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from CI commands that name an entry point's file or run its whole command."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if not facts.training_entry_points and not facts.evaluation_entry_points:
        return not_applicable("no training or evaluation entry point was found")
    places = _places(facts)
    if not places and (skipped := inapplicable(facts, *COLLECTIONS)):
        return skipped
    return answer_by_ci(
        facts.ci, facts.workflows, places, "no step of a pipeline trains or evaluates"
    )


def _places(facts: MlopsReadinessFacts) -> list[Evidence]:
    points = [*facts.training_entry_points, *facts.evaluation_entry_points]
    files = {name for point in points for name in _spellings(point.path)}
    commands = {point.command for point in points if point.command}
    named = [
        step.place
        for step in ci_steps(facts.workflows)
        if files.intersection(word.removeprefix("./") for word in step.words)
        or " ".join(step.words) in commands
    ]
    return [*named, *steps_that_start(facts.workflows, *PIPELINE_RUNS)]


def _spellings(path: str) -> tuple[str, ...]:
    module = path.removesuffix(".py").replace("/", ".")
    return path, module, path.rpartition("/")[2]
