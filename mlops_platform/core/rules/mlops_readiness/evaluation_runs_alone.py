"""Evaluation can be run without training.

Why: an old model on new data, or a new model on old data, must be measurable without a new
training.
Fix: move the scoring into `evaluate.py`, which loads the saved model and the test data and writes
the metrics.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_entry_points, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from evaluation entry points that are no training: other files, or other commands."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    # What something starts is how evaluation is run, where anything does.
    points = [each for each in facts.evaluation_entry_points if each.command]
    points = points or list(facts.evaluation_entry_points)
    training = {point.path for point in facts.training_entry_points}
    started = {point.command for point in facts.training_entry_points}
    # A file may hold several commands, of which one trains and another one evaluates.
    others = {each.path for each in facts.training_entry_points if not each.command}
    alone = [
        point
        for point in points
        if point.path not in training
        or (point.command and point.command not in started and point.path not in others)
    ]
    if alone:
        return met(cite_entry_points(alone[:3]))
    if not training:
        return not_applicable("no training entry point was found")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    if points:
        paths = listed(f"`{point.path}`" for point in points)
        return partly_met(
            0.5,
            f"evaluation was found only in files that train too: {paths}",
            cite_entry_points(points[:3]),
        )
    return unmet("no entry point that evaluates a model was found")
