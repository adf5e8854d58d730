from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from mlops_platform.adapters.mlflow.transition_table import TABLE, append, lines_of
from mlops_platform.core.lifecycle import State, Transition

AT = datetime(2026, 11, 22, 1, 2, 3, 456789, UTC)
LINE = Transition(
    number=0,
    model="acme.churn",
    version=1,
    before=State.CANDIDATE,
    asked="approved",
    is_accepted=True,
    actor="Änn",
    identified_by="claim",
    at=AT,
    reason="reviewed",
    evidence_hash="0" * 64,
)


@pytest.fixture
def session():
    engine = sa.create_engine("sqlite://")
    TABLE.create(engine)
    with Session(engine) as opened:
        yield opened


def test_a_line_comes_back_as_it_was_with_its_number(session):
    append(session, "default", LINE)
    refused = LINE.model_copy(
        update={"version": None, "before": None, "is_accepted": False, "refusal": "Not so."}
    )
    append(session, "default", refused)
    assert lines_of(session, "default", "acme.churn") == (
        LINE.model_copy(update={"number": 1}),
        refused.model_copy(update={"number": 2}),
    )


def test_a_clock_that_goes_back_does_not_turn_the_log_around(session):
    append(session, "default", LINE)
    append(session, "default", LINE.model_copy(update={"at": AT - timedelta(hours=1)}))
    append(session, "default", LINE.model_copy(update={"model": "other", "at": AT}))
    assert [line.at for line in lines_of(session, "default", "acme.churn")] == [AT, AT]


def test_each_model_and_workspace_has_its_own_lines(session):
    append(session, "default", LINE)
    assert lines_of(session, "default", "acme.other") == ()
    assert lines_of(session, "team", "acme.churn") == ()
