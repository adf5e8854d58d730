from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.adapters.mlflow.shown_line import read_shown_line, shown_key, shown_line
from mlops_platform.core.lifecycle import State, Transition
from mlops_platform.core.report.escaping import one_line

AT = datetime(2026, 11, 22, 1, 2, 3, 456789, UTC)
TEXT = st.text(max_size=60).map(one_line)


@given(
    st.builds(
        Transition,
        number=st.integers(1, 10**7),
        model=st.just("acme.churn"),
        version=st.none() | st.integers(1, 99),
        before=st.none() | st.sampled_from(State),
        asked=TEXT,
        is_accepted=st.booleans(),
        actor=TEXT,
        identified_by=st.sampled_from(["", "claim", "process"]),
        at=st.datetimes(timezones=st.just(UTC)),
        reason=TEXT,
        refusal=TEXT,
        evidence_hash=st.sampled_from(["", "0" * 64]),
    )
)
def test_a_line_is_read_back_as_it_was(line):
    place = (line.model, line.version)
    read = read_shown_line(shown_key(line), shown_line(line), place)
    expected = line if line.asked else line.model_copy(update={"is_accepted": read.is_accepted})
    assert read == expected


def test_a_person_can_read_it():
    line = Transition(
        number=7,
        model="acme.churn",
        version=1,
        before=State.CANDIDATE,
        asked="approved",
        is_accepted=True,
        actor="ann",
        identified_by="authentication",
        at=AT,
        reason="reviewed: with Ben",
    )
    assert shown_key(line) == "transition.000007"
    assert shown_line(line) == (
        "accepted: approved\nby: ann\nat: 2026-11-22T01:02:03.456789+00:00\n"
        "because: reviewed: with Ben\nbefore: candidate\nidentified by: authentication"
    )


def test_no_text_can_make_a_line_of_its_own():
    line = Transition(
        number=1,
        model="m",
        version=1,
        before=None,
        asked="x",
        is_accepted=False,
        actor="ann\naccepted: production",
        identified_by="",
        at=AT,
    )
    read = read_shown_line(shown_key(line), shown_line(line), ("m", 1))
    assert (read.is_accepted, read.asked) == (False, "x")
