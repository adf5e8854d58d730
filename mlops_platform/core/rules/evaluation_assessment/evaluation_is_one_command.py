"""Evaluation is started by one command.

Why: a score that can be made again by one command can be checked by anybody, and by CI.
Fix: give the evaluation a script that runs from the root of the repository without questions, and
name its command in the README.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_entry_points, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.project_profile import EntryPoint, ProjectKind

WEIGHT = 2
EFFORT = "hours"

NEEDS_ARGUMENTS = 0.7
"""The command is there, but one must know what to give it."""

NEEDS_A_PERSON = 0.3
"""The code is there, and a person starts it by hand."""


def answer(facts: EvaluationAssessmentFacts) -> Answer:
    """Answer from the entry points of evaluation and their commands."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    points = facts.evaluation_entry_points
    if not points:
        return not_applicable("no entry point that evaluates a model was found")
    ready = [each for each in points if _starts_alone(each)]
    if ready:
        return met(cite_entry_points(ready[:3]), f"`{ready[0].command}`")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    started = [each for each in points if each.command]
    if started:
        names = listed(started[0].required_arguments)
        because = f"{started[0].path} needs arguments that no file states: {names}"
        return partly_met(NEEDS_ARGUMENTS, because, cite_entry_points(started[:3]))
    because = f"nothing starts {points[0].path} by itself"
    return partly_met(NEEDS_A_PERSON, because, cite_entry_points(points[:3]))


def _starts_alone(point: EntryPoint) -> bool:
    is_complete = point.are_arguments_stated or not point.required_arguments
    return bool(point.command) and is_complete
