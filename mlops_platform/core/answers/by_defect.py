"""Answers a claim from the defects that the data flow shows, and from what was followed without.

Only what is confirmed counts. A collection is judged by the share of its programs that are wrong,
never by one of them, and code is not judged by a notebook beside it.
"""

from typing import NamedTuple

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import counted, listed
from mlops_platform.core.evidence import (
    Answer,
    Evidence,
    met,
    not_applicable,
    partly_met,
    unknown,
    unmet,
)
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessmentFacts
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.sections.training_assessment import Defect, LearningProgram

MOST_SHOWN = 3
"""Places named in a sentence; all are in the evidence."""

MANY_PROGRAMS = 10
"""A product scores its model in a few programs; more are a collection, whatever it is called."""

STOPPING = "early stopping"
"""How the log names a choice that a fit makes by itself while it looks at other rows."""

CHANGE = "change this"
CLEAN = "nothing of the kind was seen in what could be followed"


class DefectClaim(NamedTuple):
    """What is looked for: defects of these kinds, and of these subjects where any are given.

    `fault` is a clause that places follow; `otherwise` says why nothing is asked. `other_than` are
    subjects that another claim is about.
    """

    kinds: frozenset[str]
    fault: str
    otherwise: str
    subjects: frozenset[str] = frozenset()
    other_than: frozenset[str] = frozenset()


def without_training(facts: EvaluationAssessmentFacts) -> Answer | None:
    """Answer where no training is expected."""
    return inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY)


def answer_by_defects(
    facts: EvaluationAssessmentFacts, claim: DefectClaim, asked: list[Evidence]
) -> Answer:
    """Answer a claim about tools that are called at `asked`, and what is scored behind them."""
    if answered := _by_defects(facts, claim, asked):
        return answered
    return _by_scores(facts, asked) if asked else not_applicable(claim.otherwise)


def answer_by_deeds(
    facts: EvaluationAssessmentFacts, claim: DefectClaim, deeds: list[Evidence]
) -> Answer:
    """Answer a claim about what programs do; where none could be followed, nobody knows."""
    if answered := _by_defects(facts, claim, deeds):
        return answered
    if deeds:
        return met(deeds, CLEAN)
    if any(each.scores or each.fold_scores for each in facts.programs):
        return not_applicable(claim.otherwise)
    stopped = [each for each in facts.programs if each.not_followed]
    if stopped:
        return unknown(f"{stopped[0].path} could not be followed: {stopped[0].not_followed}")
    return unknown("no program was found whose rows could be followed to a score")


def answer_by_practice(
    facts: EvaluationAssessmentFacts, claim: DefectClaim, practice: list[Evidence]
) -> Answer:
    """Answer a claim that holds where something is done, and is only broken by a defect."""
    if answered := _by_defects(facts, claim, practice):
        return answered
    return met(practice, CLEAN) if practice else not_applicable(claim.otherwise)


def followed(facts: EvaluationAssessmentFacts, tools: list[Evidence]) -> list[Evidence]:
    """Return those places whose files belong to programs that could be followed to a score."""
    files = {
        path
        for each in facts.programs
        if (each.scores or each.fold_scores) and not each.not_followed
        for path in each.files
    }
    return [each for each in tools if each.path in files]


def shown_place(evidence: Evidence) -> str:
    """Return a place as it stands in a sentence."""
    cell = f" cell {evidence.cell}" if evidence.cell else ""
    line = f"line {evidence.line}" if evidence.line else ""
    return " ".join(filter(None, (f"{evidence.path}{cell}", line)))


def proven_scores(program: LearningProgram) -> tuple[Evidence, ...]:
    """Return where a program scores rows that the model was not fitted to."""
    return (*program.held_out_scores, *program.fold_scores)


def _by_defects(
    facts: EvaluationAssessmentFacts, claim: DefectClaim, asked: list[Evidence]
) -> Answer | None:
    if skipped := without_training(facts):
        return skipped
    found = [each for each in facts.defects if _is_meant(each, claim)]
    confirmed = [each for each in found if each.is_confirmed]
    if confirmed:
        return _with_defects(facts, claim, confirmed, asked)
    if found:
        places = listed(shown_place(each.place) for each in found[:MOST_SHOWN])
        return unknown(f"a person must look whether {claim.fault}: {places}")
    return None


def _is_meant(defect: Defect, claim: DefectClaim) -> bool:
    is_subject = not claim.subjects or defect.subject in claim.subjects
    return defect.kind in claim.kinds and is_subject and defect.subject not in claim.other_than


def _with_defects(
    facts: EvaluationAssessmentFacts,
    claim: DefectClaim,
    confirmed: list[Defect],
    asked: list[Evidence],
) -> Answer:
    shown = listed(shown_place(each.place) for each in confirmed[:MOST_SHOWN])
    left = len(confirmed) - MOST_SHOWN
    more = f" and {counted(left, 'more place')}" if left > 0 else ""
    because = f"{claim.fault}: {shown}{more}"
    evidence = [line for each in confirmed for line in _chain(each)]
    wrong = {each.place.path or "" for each in confirmed}
    scored = {each.path for each in facts.programs if each.scores or each.fold_scores}
    if facts.kind in COLLECTIONS or len(scored) >= MANY_PROGRAMS:
        return partly_met(1 - len(wrong) / len(wrong | scored), because, evidence)
    if all(path.endswith(".ipynb") for path in wrong):
        right = {each.path or "" for each in asked} | scored
        return partly_met(1 - len(wrong) / len(wrong | right), because, evidence)
    return unmet(because, evidence)


def _chain(defect: Defect) -> list[Evidence]:
    """Return the statement to change, then the lines that prove it."""
    at = (defect.place.path, defect.place.cell, defect.place.line)
    same = [each for each in defect.chain if (each.path, each.cell, each.line) == at]
    first = same[0] if same else defect.place.model_copy(update={"note": CHANGE})
    return [first, *(each for each in defect.chain if each != first)]


def _by_scores(facts: EvaluationAssessmentFacts, asked: list[Evidence]) -> Answer:
    scored = {
        path
        for program in facts.programs
        if proven_scores(program) and not program.not_followed
        for path in program.files
    }
    proven = [each for each in asked if each.path in scored]
    if proven:
        return met(proven, CLEAN)
    stopped = [p for p in facts.programs if p.not_followed and {e.path for e in asked} & {*p.files}]
    if stopped:
        return unknown(f"{stopped[0].path} could not be followed: {stopped[0].not_followed}")
    places = listed(shown_place(each) for each in asked[:MOST_SHOWN])
    return unknown(f"no score of held-out rows was seen behind {places}")
