"""`models`, on a registry in memory; the real one is asked in the integration tests."""

import json

import pytest

from mlops_platform.commands import models
from mlops_platform.core.lifecycle import Signature, State
from mlops_platform_tests.commands.calling import call
from mlops_platform_tests.core.drawn_candidate import drawn_candidate
from mlops_platform_tests.fakes.model_registry import MemoryModelRegistry

MODEL = "acme.churn"
LEAD = Signature(actor="lead", reason="gates held")


@pytest.fixture(autouse=True)
def registry(monkeypatch):
    made = MemoryModelRegistry()
    monkeypatch.setattr(models, "_registry", lambda: made)
    monkeypatch.setenv("LOGNAME", "ann")
    return made


@pytest.fixture
def filled(registry):
    for run in "12":
        candidate = drawn_candidate(run * 32, metrics=(("test/accuracy", 0.875),), readiness=7.5)
        registry.register(candidate, LEAD)
    return registry


def test_nothing_is_registered_yet(capfd):
    code, out, err = call(capfd, "models", "list")
    assert (code, out) == (0, "")
    assert "No model is registered yet" in err


def test_models_are_listed_with_what_is_in_production(capfd, filled):
    call(capfd, "models", "approve", MODEL, "1")
    call(capfd, "models", "promote", MODEL, "1")
    assert call(capfd, "models", "list").out == (
        "MODEL       PRODUCTION  CANDIDATE  VERSIONS\nacme.churn  1           2          2\n"
    )
    listed = json.loads(call(capfd, "models", "list", "--format", "json").out)
    assert [each["model"] for each in listed] == [MODEL]
    assert [each["state"] for each in listed[0]["versions"]] == ["candidate", "production"]


def test_versions_and_one_version_are_shown(capfd, filled):
    out = call(capfd, "models", "show", MODEL).out
    assert out.splitlines()[1].startswith("2        candidate")
    assert "test/accuracy 0.875" in out
    out = call(capfd, "models", "show", MODEL, "v1").out
    assert "deployment_readiness  7.5" in out
    shown = json.loads(call(capfd, "models", "show", MODEL, "1", "--format", "json").out)
    assert shown["evidence"]["commit"] == "abcdef0123456789"


@pytest.mark.parametrize(
    ("command", "before", "says"),
    [
        ("approve", (), "approved"),
        ("reject", (), "rejected"),
        ("promote", ("approve",), "in production"),
        ("archive", (), "archived"),
    ],
)
def test_each_legal_step_is_one_command(capfd, filled, command, before, says):
    for step in before:
        call(capfd, "models", step, MODEL, "1")
    called = call(capfd, "models", command, MODEL, "1", "--reason", "reviewed", "--actor", "ben")
    assert called == (0, f"{MODEL}  version 1  {says}\n", "")
    last = filled.log[-1]
    assert (last.actor, last.reason, last.is_accepted) == ("ben", "reviewed", True)


def test_the_actor_is_the_user_of_the_process(capfd, filled):
    call(capfd, "models", "approve", MODEL, "1")
    assert filled.log[-1].actor == "ann"


@pytest.mark.parametrize(
    ("before", "command"),
    [
        ((), "promote"),
        (("approve",), "approve"),
        (("reject",), "approve"),
        (("reject",), "promote"),
        (("archive",), "approve"),
        (("archive",), "archive"),
        (("approve", "promote"), "reject"),
        (("approve", "promote"), "promote"),
    ],
)
def test_a_refused_step_is_one_sentence_and_exit_code_one(capfd, filled, before, command):
    for step in before:
        assert call(capfd, "models", step, MODEL, "1").code == 0
    code, out, err = call(capfd, "models", command, MODEL, "1")
    assert (code, out) == (1, "")
    assert err.startswith("refused: Version 1 of acme.churn ")
    assert err.count("\n") == 1
    assert not filled.log[-1].is_accepted


def test_the_history_tells_what_was_refused_too(capfd, filled):
    call(capfd, "models", "promote", MODEL, "1")
    call(capfd, "models", "reject", MODEL, "2", "--reason", "overfits")
    lines = call(capfd, "models", "history", MODEL).out.splitlines()
    assert len(lines) == 5
    assert "refused" in lines[3]
    assert lines[4].endswith("overfits")
    own = json.loads(call(capfd, "models", "history", MODEL, "2", "--format", "json").out)
    assert [line["asked"] for line in own] == ["candidate", "rejected"]


def test_what_was_in_production_is_told_for_a_time(capfd, filled):
    for step in ("approve", "promote"):
        call(capfd, "models", step, MODEL, "1")
    asked = ("models", "production", MODEL, "--at")
    assert "was in production" in call(capfd, *asked, "2026-01-01").out
    out = call(capfd, *asked, "2026-01-01T00:03").out
    assert out.startswith("acme.churn version 1 was in production at 2026-01-01 00:03:00Z.")
    assert json.loads(call(capfd, *asked, "2025-01-01", "--format", "json").out) is None
    assert "version 1 is in production" in call(capfd, "models", "production", MODEL).out


def test_a_rollback_is_one_command(capfd, filled):
    for version in "12":
        for step in ("approve", "promote"):
            call(capfd, "models", step, MODEL, version)
    out = call(capfd, "models", "rollback", MODEL, "--reason", "worse").out
    assert out == "acme.churn  version 3  in production\n"
    assert filled.version(MODEL, 3).state is State.PRODUCTION
    assert call(capfd, "models", "rollback", MODEL, "--to", "2").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "nobody"),
        ("show", MODEL, "9"),
        ("approve", MODEL, "latest"),
        ("approve", MODEL),
        ("production", MODEL, "--at", "yesterday"),
        ("rollback", "nobody"),
        ("history", MODEL, "x"),
        ("list", "--format", "xml"),
    ],
)
def test_bad_input_ends_with_two(capfd, filled, arguments):
    code, out, err = call(capfd, "models", *arguments)
    assert (code, out) == (2, "")
    assert err
