"""`models compare`, on a registry and an experiment store in memory."""

import json

import pytest

from mlops_platform.commands import models
from mlops_platform.core.lifecycle import Signature
from mlops_platform_tests.commands.calling import call
from mlops_platform_tests.core.drawn_candidate import drawn_candidate
from mlops_platform_tests.core.executions import recorded
from mlops_platform_tests.fakes.experiments import MemoryExperiments
from mlops_platform_tests.fakes.model_registry import MemoryModelRegistry

MODEL = "acme.churn"
FIRST, SECOND, UNKNOWN = "1" * 32, "2" * 32, "3" * 32


@pytest.fixture(autouse=True)
def _platform(monkeypatch):
    registry = MemoryModelRegistry()
    for run in (FIRST, SECOND, UNKNOWN):
        registry.register(drawn_candidate(run), Signature(actor="lead", reason="gates held"))
    runs = (
        recorded("old", {"accuracy": 0.8}, store_id=FIRST, commit="a" * 40),
        recorded("new", {"accuracy": 0.9}, store_id=SECOND, commit="b" * 40),
    )
    monkeypatch.setattr(models, "_registry", lambda: registry)
    monkeypatch.setattr(models, "_experiments", lambda: MemoryExperiments(runs))


def test_two_versions_are_compared_by_their_runs(capfd):
    code, out, err = call(capfd, "models", "compare", MODEL, "1", "v2")
    assert (code, err) == (0, "")
    assert out.startswith("Promote B: B is better")
    back = call(capfd, "models", "compare", MODEL, "2", "1", "--format", "json")
    assert json.loads(back.out)["verdict"]["decision"] == "reject_b"


def test_the_page_goes_to_a_file(capfd, tmp_path):
    target = tmp_path / "comparison.html"
    asked = ("compare", MODEL, "1", "2", "--format", "html", "--output", str(target))
    assert call(capfd, "models", *asked).code == 0
    assert "Promote B" in target.read_text()


@pytest.mark.parametrize(
    "asked",
    [
        (MODEL, "1", "3"),
        (MODEL, "1", "1"),
        (MODEL, "1", "9"),
        (MODEL, "1", "x"),
        ("nothing", "1", "2"),
        (MODEL, "1", "2", "--primary", "nonsense"),
    ],
)
def test_what_cannot_be_compared_is_bad_input(capfd, asked):
    code, out, err = call(capfd, "models", "compare", *asked)
    assert (code, out, err.count("\n")) == (2, "", 1)
