"""Answers on the practices of training code, from what was sighted in its files.

A practice bears the name of its rule, so a rule asks with its own `__name__`.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import (
    Answer,
    Evidence,
    Sighting,
    met,
    not_applicable,
    partly_met,
    unknown,
    unmet,
)
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts


def answer_by_habit(
    facts: TrainingAssessmentFacts, rule: str, complaint: str, noun: str, otherwise: str
) -> Answer:
    """Answer with the share of places that follow a practice.

    A course, a template or a set of notebooks is not blamed for what it leaves out.
    """
    answer = answer_by_share(facts, rule, complaint, noun, otherwise)
    is_blame = answer.share is not None and answer.share < 1
    return (inapplicable(facts, *COLLECTIONS) if is_blame else None) or answer


def answer_by_share(
    facts: TrainingAssessmentFacts, rule: str, complaint: str, noun: str, otherwise: str
) -> Answer:
    """Answer with the share of places that are sound, whatever sort of repository it is."""
    if skipped := without_training(facts):
        return skipped
    found = _sightings(facts, rule)
    if not found:
        return not_applicable(otherwise)
    wrong = [each.evidence for each in found if not each.is_sound]
    if not wrong:
        return met(_cited(found))
    because = f"{complaint}: {len(wrong)} of {counted(len(found), noun)}"
    return partly_met(1 - len(wrong) / len(found), because, wrong)


def answer_by_absence(
    facts: TrainingAssessmentFacts, rule: str, complaint: str, noun: str
) -> Answer:
    """Answer met where the training code was read and nothing of the kind was seen."""
    if skipped := without_training(facts):
        return skipped
    found = _sightings(facts, rule)
    wrong = [each.evidence for each in found if not each.is_sound]
    if not wrong:
        return met(_cited(found))
    return unmet(f"{complaint}: {counted(len(wrong), noun)}", wrong)


def without_training(facts: TrainingAssessmentFacts) -> Answer | None:
    """Answer where no training code is judged: none was found, or none could be read."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if facts.training_files:
        return None
    if facts.training_entry_points:
        return unknown("no training code was found in the Python files that could be read")
    return not_applicable("no training code was found")


def _sightings(facts: TrainingAssessmentFacts, rule: str) -> list[Sighting]:
    practice = rule.rpartition(".")[2]
    return [each for each in facts.sightings if each.practice == practice]


def _cited(found: list[Sighting]) -> list[Evidence]:
    return [each.evidence.model_copy(update={"note": each.name}) for each in found]
