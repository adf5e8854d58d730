import json
from datetime import UTC, datetime

from mlops_platform.core.lifecycle import Signature, State
from mlops_platform.core.model_version import Gate
from mlops_platform.terminal.model_tables import (
    as_json,
    history_table,
    models_table,
    shown_time,
    state_sentence,
    table,
    version_page,
    versions_table,
)
from mlops_platform_tests.core.drawn_candidate import drawn_candidate
from mlops_platform_tests.fakes.model_registry import MemoryModelRegistry

HOSTILE = "\x1b[31mred\x1b[0m\nnext\u202e"


def registered(**more):
    registry = MemoryModelRegistry()
    made = registry.register(drawn_candidate(**more), Signature(actor="ann"))
    return registry, made


def test_a_model_without_anything_in_production():
    _, made = registered()
    assert models_table([("acme.churn", (made,)), ("empty", ())]) == (
        "MODEL       PRODUCTION  CANDIDATE  VERSIONS\n"
        "acme.churn  –           1          1\n"
        "empty       –           –          0"
    )


def test_a_version_in_a_table_and_on_its_page():
    _, made = registered(metrics=(("f1", 0.123456),), gates=(Gate(name="metric.g", is_met=True),))
    row = versions_table([made]).splitlines()[1]
    expected = "1 candidate 2026-01-01 00:00:00Z abcdef0 00000000 f1 0.1235"
    assert " ".join(row.split()) == expected
    page = version_page(made)
    assert "gate.metric.g" in page
    assert page.splitlines()[-1].split()[-1] == made.evidence_hash


def test_a_version_from_elsewhere_shows_what_it_lacks():
    _, made = registered()
    bare = made.model_copy(update={"state": None, "run_id": "", "source": "", "evidence": ()})
    assert "no state" in versions_table([bare])
    assert "no state" in version_page(bare)
    assert state_sentence(bare).endswith("no state")


def test_the_history_names_who_and_what_was_answered():
    registry, made = registered()
    registry.transition(made.model, 1, State.APPROVED, Signature(actor="ben", reason="fine"))
    line = registry.log[-1].model_copy(update={"identified_by": "", "version": None})
    text = history_table([line])
    assert "accepted  ben (not identified)  fine" in text
    assert " –  " in text


def test_nothing_that_was_registered_steers_the_terminal():
    _, made = registered(facts=((HOSTILE, HOSTILE),), commit=HOSTILE)
    for text in (version_page(made), versions_table([made]), models_table([(HOSTILE, (made,))])):
        assert all(line.isprintable() for line in text.splitlines())
        assert "\x1b" not in text


def test_columns_are_as_wide_as_they_must_be_and_no_wider_than_they_may():
    assert table([("A", "B"), ("long", "x"), ("", "y" * 99)], widest=5) == (
        "A     B\nlong  x\n      yyyy…"
    )


def test_json_is_sorted_and_plain():
    _, made = registered()
    value = json.loads(as_json({"versions": (made,), "none": None}))
    assert value["none"] is None
    assert value["versions"][0]["evidence"]["commit"] == "abcdef0123456789"


def test_times_are_utc():
    assert shown_time(datetime(2026, 1, 2, 3, 4, 5, 6, UTC)) == "2026-01-02 03:04:05Z"
