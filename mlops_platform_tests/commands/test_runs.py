import json
from datetime import timedelta

import pytest

from mlops_platform.core.settings import load_settings
from mlops_platform.wiring import wire
from mlops_platform_tests.commands.calling import call
from mlops_platform_tests.core.executions import NOON, REPOSITORY, execution, metric, record

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Record two runs in an embedded store."""
    home, outputs = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("outputs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MLOPS_PLATFORM_HOME", str(home))
        patch.delenv("MLFLOW_TRACKING_URI", raising=False)
        load_settings.cache_clear()
        experiments = wire(load_settings()).experiments
        for n, (name, value) in enumerate((("first-run", 0.8), ("second-run", 0.9))):
            accuracy = metric("accuracy", value / 2, value, direction="higher", split="test")
            asked = record(
                execution(name, accuracy), ended_at=NOON + timedelta(hours=n), commit=name[0] * 40
            )
            experiments.record(asked, outputs)
        yield home
    load_settings.cache_clear()


@pytest.fixture(autouse=True)
def _here(home, monkeypatch):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(home))
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    load_settings.cache_clear()


def test_runs_are_listed_newest_first(capfd):
    code, out, err = call(capfd, "runs", "list")
    assert (code, err) == (0, "")
    _, newest, oldest = out.splitlines()
    assert "accuracy 0.9" in newest
    assert "accuracy 0.8" in oldest
    assert call(capfd, "runs", "list", f"https://{REPOSITORY}").out == out
    limited = call(capfd, "runs", "list", "--limit", "1")
    assert (len(limited.out.splitlines()), "1 older" in limited.err) == (2, True)


def test_a_repository_without_runs_has_none(capfd):
    code, out, err = call(capfd, "runs", "list", "https://github.com/acme/other")
    assert (code, out) == (0, "")
    assert "No run is recorded" in err


def test_json_is_only_json(capfd):
    listed = json.loads(call(capfd, "runs", "list", "--format", "json").out)
    assert [run["run_id"] for run in listed] == ["second-run", "first-run"]
    asked = ("runs", "show", "first-run", "--metric", "accuracy", "--format", "json")
    assert json.loads(call(capfd, *asked).out)["series"] == [[0, 0.4], [1, 0.8]]


def test_a_run_is_shown_by_the_beginning_of_its_id(capfd):
    (run, _) = json.loads(call(capfd, "runs", "list", "--format", "json").out)
    page = call(capfd, "runs", "show", run["store_id"][:8])
    assert page.code == 0
    assert "accuracy (test) ↑" in page.out
    assert "second-run" in page.out
    series = call(capfd, "runs", "show", "second-run", "--metric", "accuracy")
    assert series.out.splitlines()[-1].split() == ["1", "0.9"]


def test_what_is_not_there_is_bad_input(capfd):
    for asked in (
        ("show", "nothing-like-it"),
        ("show", "x"),
        ("show", "first-run", "--metric", "nonsense"),
        ("compare", "first-run"),
        ("compare", "first-run", "nothing-like-it"),
        ("compare", "first-run", "first-run"),
        ("compare", "first-run", "second-run", "--primary", "nonsense"),
    ):
        code, out, err = call(capfd, "runs", *asked)
        assert (code, out, err.count("\n")) == (2, "", 1), asked


def test_two_runs_are_compared(capfd, tmp_path):
    code, out, _ = call(capfd, "runs", "compare", "first-run", "second-run")
    assert code == 0
    assert out.startswith("Promote B")
    target = tmp_path / "comparison.html"
    asked = ("first-run", "second-run", "--format", "html", "--output", str(target))
    assert call(capfd, "runs", "compare", *asked).code == 0
    assert "Promote B" in target.read_text()


def test_while_mlflow_is_down_it_is_said_in_a_sentence(capfd, monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:9")
    load_settings.cache_clear()
    code, out, err = call(capfd, "runs", "list")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "MLflow at http://127.0.0.1:9 did not do what it was asked" in err
