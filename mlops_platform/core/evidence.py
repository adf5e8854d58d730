"""The nouns of judgement: evidence, answers, findings and caps.

Rules make answers, the judge turns answers into findings, formats show them. None of these ever
holds a file body, a cell value or a secret.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Frozen(BaseModel):
    """A value: immutable, with no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Frozen):
    """Where a fact can be seen: a place at the commit, a column, or a recorded run."""

    path: str | None = None
    line: int | None = Field(default=None, ge=1)
    cell: int | None = Field(default=None, ge=1)
    column: str | None = None
    run_id: str | None = None
    note: str = ""


class Outcome(StrEnum):
    """What a rule says of the facts."""

    MET = "met"
    PARTLY_MET = "partly_met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


Effort = Literal["minutes", "hours", "days"]


class Answer(Frozen):
    """One rule's word on the facts; `share` is the part that is met, None where nobody can know."""

    outcome: Outcome
    share: float | None = Field(default=None, ge=0, le=1)
    because: str = ""
    evidence: tuple[Evidence, ...] = ()


def met(evidence: Iterable[Evidence] = (), because: str = "") -> Answer:
    """Answer that the claim holds."""
    return Answer(outcome=Outcome.MET, share=1.0, because=because, evidence=tuple(evidence))


def partly_met(share: float, because: str, evidence: Iterable[Evidence] = ()) -> Answer:
    """Answer that the claim holds for `share` (0–1, both ends allowed) of what it speaks of."""
    if share >= 1:
        return met(evidence, because)
    if share <= 0:
        return unmet(because, evidence)
    return Answer(
        outcome=Outcome.PARTLY_MET, share=share, because=because, evidence=tuple(evidence)
    )


def unmet(because: str, evidence: Iterable[Evidence] = ()) -> Answer:
    """Answer that the claim does not hold, and because of what."""
    return Answer(outcome=Outcome.UNMET, share=0.0, because=because, evidence=tuple(evidence))


def unknown(because: str) -> Answer:
    """Answer that the facts do not tell; lowers coverage, never the score."""
    return Answer(outcome=Outcome.UNKNOWN, because=because)


def not_applicable(because: str) -> Answer:
    """Answer that the claim is not about this repository."""
    return Answer(outcome=Outcome.NOT_APPLICABLE, because=because)


class Finding(Frozen):
    """An answer with its rule's text and the points that making the claim true regains.

    `points` count in the section's score, `total_points` in the readiness score; both are on the
    0–10 scale, and None before they can be known. `waived` is the reason that the repository gives
    for leaving it so; it changes no score.
    """

    rule: str
    outcome: Outcome
    share: float | None
    claim: str
    because: str
    why: str
    fix: str
    effort: Effort
    weight: int
    evidence: tuple[Evidence, ...]
    evidence_omitted: int = 0
    points: float = 0.0
    total_points: float | None = None
    waived: str = ""


class Cap(Frozen):
    """A hard override: while `rule` is unmet no score above `limit` counts, for its `reason`."""

    asset: str
    rule: str
    limit: float = Field(ge=0, le=10)
    scope: Literal["section", "total"]
    reason: str


class Detection(Frozen):
    """A technology found in a repository. Declared is not used: `is_used` tells which."""

    name: str
    is_used: bool
    evidence: tuple[Evidence, ...] = ()
    note: str = ""


class Sighting(Frozen):
    """A place where code follows a practice, or fails to; `practice` is the name of its rule.

    `name` is what was called or written there; the evidence's note says what is wrong.
    """

    practice: str
    name: str
    is_sound: bool
    evidence: Evidence
