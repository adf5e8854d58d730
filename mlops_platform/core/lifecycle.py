"""The lifecycle of model versions: its states, what may follow what, and what a log of it says.

A version's state is what the last accepted transition of the log made it; everything that shows it
elsewhere (tags, aliases, stages) follows the log.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from mlops_platform.core.evidence import Frozen


class State(StrEnum):
    """Where a version stands. At most one version of a model is in production."""

    CANDIDATE = "candidate"
    APPROVED = "approved"
    REJECTED = "rejected"
    PRODUCTION = "production"
    ARCHIVED = "archived"


LEGAL: Mapping[State | None, tuple[State, ...]] = {
    None: (State.CANDIDATE,),
    State.CANDIDATE: (State.APPROVED, State.REJECTED, State.ARCHIVED),
    State.APPROVED: (State.PRODUCTION, State.REJECTED, State.ARCHIVED),
    State.PRODUCTION: (State.ARCHIVED,),
    State.REJECTED: (State.ARCHIVED,),
    State.ARCHIVED: (),
}
"""What may follow each state; None is a version that the lifecycle has not seen yet."""

STEPS: Mapping[State, str] = {
    State.CANDIDATE: "made a candidate",
    State.APPROVED: "approved",
    State.REJECTED: "rejected",
    State.PRODUCTION: "promoted to production",
    State.ARCHIVED: "archived",
}
STANDS: Mapping[State, str] = {
    State.CANDIDATE: "is a candidate",
    State.APPROVED: "is approved",
    State.REJECTED: "is rejected",
    State.PRODUCTION: "is in production",
    State.ARCHIVED: "is archived",
}

States = Mapping[int, State]
"""The states of one model's versions, by their numbers."""


class Signature(Frozen):
    """Who asks for a change, and why."""

    actor: str
    reason: str = ""


class Transition(Frozen):
    """One line of the log: a change that was asked for, accepted or refused; never altered.

    `version` is None where the whole model was meant (its deletion, a new name). `asked` is a
    state, or whatever else was asked for; `identified_by` tells how far `actor` can be trusted.
    `at` is UTC. `refusal` is the sentence that was answered, "" for what was accepted.
    """

    number: int
    model: str
    version: int | None
    before: State | None
    asked: str
    is_accepted: bool
    actor: str
    identified_by: str
    at: datetime
    reason: str = ""
    refusal: str = ""
    evidence_hash: str = ""


class Seen(Frozen):
    """Which version was in production when somebody decided."""

    production: int | None


class Request(Frozen):
    """A transition that somebody asks for. `seen` is what the decision to promote rested on."""

    model: str
    version: int
    asked: str
    seen: Seen | None = None


class Change(Frozen):
    """One version's step from a state to the next."""

    version: int
    before: State | None
    after: State


class Decision(Frozen):
    """All changes that belong together, or the sentence that refuses them."""

    changes: tuple[Change, ...] = ()
    refusal: str = ""


class BrokenLogError(ValueError):
    """A log that the lifecycle cannot have written."""


def decide(request: Request, states: States) -> Decision:
    """Judge a request by the states of the model's versions.

    Promoting archives the version that was in production; both are one step.
    """
    before = states.get(request.version)
    if request.asked not in set(State):
        return Decision(refusal=_no_state(request.asked))
    after = State(request.asked)
    if after not in LEGAL[before]:
        return Decision(refusal=_illegal(request, before))
    change = Change(version=request.version, before=before, after=after)
    if after is not State.PRODUCTION:
        return Decision(changes=(change,))
    former = production_of(states)
    if request.seen is not None and request.seen.production != former:
        return Decision(refusal=_overtaken(request, former))
    return Decision(changes=(*_archived(former), change))


def production_of(states: States) -> int | None:
    """Return the version in production, None where there is none."""
    return next((version for version in states if states[version] is State.PRODUCTION), None)


def newest_candidate(states: States) -> int | None:
    """Return the newest version that is still a candidate."""
    candidates = [version for version in states if states[version] is State.CANDIDATE]
    return max(candidates, default=None)


def replay(log: Iterable[Transition]) -> dict[str, dict[int, State]]:
    """Return the state of every version of every model after all accepted lines, in order.

    Raises BrokenLogError for a line that could not follow those before it.
    """
    models: dict[str, dict[int, State]] = {}
    for line in log:
        if not line.is_accepted:
            continue
        states = models.setdefault(line.model, {})
        _check_follows(line, states)
        states[_version(line)] = State(line.asked)
    return models


def states_at(log: Iterable[Transition], model: str, at: datetime) -> dict[int, State]:
    """Return the states of a model's versions at a time, including what happened at that time."""
    return replay(line for line in log if line.model == model and line.at <= at).get(model, {})


def production_at(log: Iterable[Transition], model: str, at: datetime) -> int | None:
    """Return the version that was in production at a time, None where there was none."""
    return production_of(states_at(log, model, at))


def former_productions(log: Iterable[Transition], model: str) -> tuple[int, ...]:
    """Return the versions that were in production before the one that is now, the last one first.

    These are what a rollback may bring back: nothing else was ever judged fit for it.
    """
    mine = [line for line in log if line.model == model and line.is_accepted]
    now = production_of(replay(mine).get(model, {}))
    promoted = [_version(line) for line in mine if line.asked == State.PRODUCTION]
    return tuple(version for version in reversed(promoted) if version != now)


def _check_follows(line: Transition, states: States) -> None:
    before = states.get(_version(line))
    is_second = line.asked == State.PRODUCTION and production_of(states) is not None
    if line.before != before or line.asked not in LEGAL[before] or is_second:
        raise BrokenLogError(
            f"Line {line.number} makes version {line.version} of {line.model} {line.asked}, which"
            " cannot follow the lines before it."
        )


def _version(line: Transition) -> int:
    if line.version is None:
        raise BrokenLogError(f"Line {line.number} is accepted and names no version.")
    return line.version


def _archived(version: int | None) -> tuple[Change, ...]:
    if version is None:
        return ()
    return (Change(version=version, before=State.PRODUCTION, after=State.ARCHIVED),)


def _no_state(asked: str) -> str:
    shown = " ".join(asked.split())[:40]
    return f"`{shown}` is no state of the lifecycle; the states are {_listed(tuple(State))}."


def _illegal(request: Request, before: State | None) -> str:
    who = f"Version {request.version} of {request.model}"
    step = STEPS[State(request.asked)]
    if before is None:
        return f"{who} was never registered here, so it cannot be {step}; make it a candidate."
    if not LEGAL[before]:
        return (
            f"{who} {STANDS[before]} for good, so it cannot be {step}; a rollback registers it"
            " again, as a new candidate."
        )
    allowed = _listed(tuple(STEPS[state] for state in LEGAL[before]), "or")
    return f"{who} {STANDS[before]}, so it cannot be {step}; it can be {allowed}."


def _overtaken(request: Request, former: int | None) -> str:
    now = "no version is" if former is None else f"version {former} is"
    return (
        f"Another change of {request.model} came first: {now} in production now, so version"
        f" {request.version} was not promoted; look again, then decide."
    )


def _listed(words: tuple[str, ...], last: str = "and") -> str:
    *first, final = words
    return f"{', '.join(first)} {last} {final}" if first else final
