from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.core.lifecycle import (
    LEGAL,
    BrokenLogError,
    Change,
    Request,
    Seen,
    State,
    Transition,
    decide,
    former_productions,
    newest_candidate,
    production_at,
    production_of,
    replay,
    states_at,
)

MODEL = "acme.churn"
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
ALLOWED = {
    (None, "candidate"),
    ("candidate", "approved"),
    ("candidate", "rejected"),
    ("candidate", "archived"),
    ("approved", "production"),
    ("approved", "rejected"),
    ("approved", "archived"),
    ("production", "archived"),
    ("rejected", "archived"),
}
EVERYTHING = [(before, after) for before in (None, *State) for after in State]


def ask(version: int, asked: str, seen: Seen | None = None) -> Request:
    return Request(model=MODEL, version=version, asked=asked, seen=seen)


def line(number: int, version: int | None, before: State | None, asked: str, **more) -> Transition:
    values = {
        "number": number,
        "model": MODEL,
        "version": version,
        "before": before,
        "asked": asked,
        "is_accepted": True,
        "actor": "ann",
        "identified_by": "process",
        "at": BEGIN + timedelta(minutes=number),
    }
    return Transition(**(values | more))


@pytest.mark.parametrize(("before", "after"), EVERYTHING)
def test_the_whole_matrix(before, after):
    states = {} if before is None else {1: before}
    decision = decide(ask(1, after), states)
    if (before, after) in ALLOWED:
        assert decision.changes == (Change(version=1, before=before, after=after),)
        assert decision.refusal == ""
    else:
        assert decision.changes == ()
        assert decision.refusal.startswith("Version 1 of acme.churn ")
        assert decision.refusal.endswith(".")


def test_a_refusal_says_what_would_be_possible():
    assert decide(ask(1, "production"), {1: State.CANDIDATE}).refusal == (
        "Version 1 of acme.churn is a candidate, so it cannot be promoted to production; it can be"
        " approved, rejected or archived."
    )
    assert decide(ask(2, "approved"), {2: State.PRODUCTION}).refusal == (
        "Version 2 of acme.churn is in production, so it cannot be approved; it can be archived."
    )
    assert "registers it again" in decide(ask(2, "approved"), {2: State.ARCHIVED}).refusal


@pytest.mark.parametrize("asked", ["", "Production", "shipped", "candidate ", "x" * 500])
def test_what_is_no_state_is_refused_by_the_names_of_those_there_are(asked):
    refusal = decide(ask(1, asked), {1: State.APPROVED}).refusal
    assert "candidate, approved, rejected, production and archived" in refusal
    assert len(refusal) < 200


def test_promoting_archives_the_former_version_in_the_same_step():
    decision = decide(ask(2, "production"), {1: State.PRODUCTION, 2: State.APPROVED})
    assert decision.changes == (
        Change(version=1, before=State.PRODUCTION, after=State.ARCHIVED),
        Change(version=2, before=State.APPROVED, after=State.PRODUCTION),
    )


def test_a_promotion_that_rests_on_what_is_past_is_refused():
    states = {1: State.PRODUCTION, 2: State.APPROVED}
    assert decide(ask(2, "production", Seen(production=1)), states).changes
    refusal = decide(ask(2, "production", Seen(production=None)), states).refusal
    assert "version 1 is in production now" in refusal
    refusal = decide(ask(2, "production", Seen(production=1)), {2: State.APPROVED}).refusal
    assert "no version is in production now" in refusal


def test_only_promotions_rest_on_what_is_in_production():
    seen = Seen(production=7)
    assert decide(ask(1, "rejected", seen), {1: State.CANDIDATE}).changes


def test_the_newest_candidate_is_pointed_at():
    states = {1: State.CANDIDATE, 2: State.CANDIDATE, 3: State.REJECTED}
    assert newest_candidate(states) == 2
    assert newest_candidate({3: State.REJECTED}) is None


@pytest.mark.parametrize(
    "lines",
    [
        [line(1, 1, None, "approved")],
        [line(1, 1, None, "candidate"), line(2, 1, None, "approved")],
        [line(1, 1, None, "candidate"), line(2, 1, State.CANDIDATE, "production")],
        [line(1, None, None, "candidate")],
        [
            line(1, 1, None, "candidate"),
            line(2, 2, None, "candidate"),
            line(3, 1, State.CANDIDATE, "approved"),
            line(4, 2, State.CANDIDATE, "approved"),
            line(5, 1, State.APPROVED, "production"),
            line(6, 2, State.APPROVED, "production"),
        ],
    ],
)
def test_a_log_that_cannot_be_true_is_no_log(lines):
    with pytest.raises(BrokenLogError, match="Line "):
        replay(lines)


def test_refused_lines_change_nothing():
    log = [line(1, 1, None, "candidate"), line(2, 1, State.CANDIDATE, "shipped", is_accepted=False)]
    assert replay(log) == {MODEL: {1: State.CANDIDATE}}


class World:
    """Models whose versions take every way there is; remembers what was in production when."""

    def __init__(self) -> None:
        self.states: dict[str, dict[int, State]] = {"a": {}, "b": {}}
        self.log: list[Transition] = []
        self.minutes: list[dict[str, int | None]] = []

    def step(self, model: str, version: int, asked: str) -> None:
        states = self.states[model]
        decision = decide(Request(model=model, version=version, asked=asked), states)
        at = BEGIN + timedelta(minutes=len(self.minutes))
        for change in decision.changes:
            self._add(model, change.version, change.after, at)
            states[change.version] = change.after
        if decision.refusal:
            self._add(model, version, asked, at, is_accepted=False, refusal=decision.refusal)
        self.minutes.append({name: production_of(of) for name, of in self.states.items()})

    def _add(self, model: str, version: int, asked: str, at: datetime, **more) -> None:
        before = self.states[model].get(version)
        number = len(self.log) + 1
        self.log.append(line(number, version, before, asked, model=model, at=at, **more))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b"]),
        st.integers(1, 4),
        st.sampled_from([*State, State.PRODUCTION, State.APPROVED, "shipped"]),
    ),
    max_size=60,
)


def lived(steps: list[tuple[str, int, str]]) -> World:
    world = World()
    for step in [(model, n, "candidate") for model in "ab" for n in (1, 2)] + steps:
        world.step(*step)
    return world


@given(STEPS)
def test_replay_rebuilds_every_state(steps):
    world = lived(steps)
    assert replay(world.log) == {model: states for model, states in world.states.items() if states}


@given(STEPS)
def test_what_was_in_production_is_known_for_every_time(steps):
    world = lived(steps)
    for minute, truth in enumerate(world.minutes):
        for seconds in (0, 59):
            at = BEGIN + timedelta(minutes=minute, seconds=seconds)
            assert {name: production_at(world.log, name, at) for name in truth} == truth
    assert production_at(world.log, "a", BEGIN - timedelta(seconds=1)) is None


@given(STEPS)
def test_at_most_one_version_is_in_production_and_nothing_leaves_the_archive(steps):
    world = lived(steps)
    archived: set[tuple[str, int]] = set()
    for minute in range(len(world.minutes)):
        at = BEGIN + timedelta(minutes=minute)
        for model in ("a", "b"):
            states = states_at(world.log, model, at)
            assert list(states.values()).count(State.PRODUCTION) <= 1
            gone = {(model, n) for n, state in states.items() if state is State.ARCHIVED}
            assert {each for each in archived if each[0] == model} <= gone
            archived |= gone


@given(STEPS)
def test_every_version_can_still_reach_an_end(steps):
    for states in lived(steps).states.values():
        for state in states.values():
            assert state is State.ARCHIVED or State.ARCHIVED in LEGAL[state]


@given(STEPS)
def test_only_what_was_in_production_can_be_brought_back(steps):
    world = lived(steps)
    promoted = []
    for each in world.minutes:
        if each["a"] is not None and (not promoted or promoted[-1] != each["a"]):
            promoted.append(each["a"])
    now = world.minutes[-1]["a"]
    expected = tuple(n for n in reversed(promoted) if n != now)
    assert former_productions(world.log, "a") == expected
