import json

import pytest

from mlops_platform import definitions
from mlops_platform.commands import execute as command
from mlops_platform.core.run_outcome import Ending, RunResults
from mlops_platform.core.run_plan import Planning
from mlops_platform.core.settings import load_settings
from mlops_platform_tests.commands.calling import call
from mlops_platform_tests.core import executions
from mlops_platform_tests.defs.drawn_platform import KEY, draw_platform, given_facts
from mlops_platform_tests.fakes.sandbox import foretold

RESULTS = RunResults(
    metrics=(executions.metric("accuracy", 0.9),), artifacts=(executions.model_file("model.pkl"),)
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path))
    load_settings.cache_clear()
    yield tmp_path
    load_settings.cache_clear()


@pytest.fixture
def drawn(monkeypatch):
    """Stand in for definitions and wiring; the outcomes are those of training, then evaluation."""

    def draw(*endings):
        outcomes = [executions.attempt(ending).outcome for ending in endings]
        facts = given_facts(run_plan=Planning(plan=executions.plan()), run_results=RESULTS)
        platform = draw_platform(facts, foretold(*outcomes))
        monkeypatch.setattr(definitions, "defs", platform.definitions)
        return platform

    return draw


def test_it_tells_what_came_of_everything(capfd, drawn):
    drawn(Ending.SUCCEEDED, Ending.SUCCEEDED)
    code, out, _ = call(capfd, "execute", KEY)
    assert code == 0
    assert "== training" in out
    assert "metric: accuracy = 0.9 (stdout)" in out
    assert "version 1, a candidate" in out


def test_json_is_all_there_is_on_stdout(capfd, drawn):
    drawn(Ending.SUCCEEDED, Ending.SUCCEEDED)
    code, out, err = call(capfd, "execute", KEY, "--format", "json")
    assert code == 0
    assert json.loads(out)["training"]["execution"]["ending"] == "succeeded"
    assert "accuracy=0.9" in err


def test_a_training_that_fails_ends_with_1(capfd, drawn):
    drawn(*[Ending.TIMED_OUT] * 9)
    code, out, _ = call(capfd, "execute", KEY)
    assert code == 1
    assert "outcome: timed out" in out
    assert "not registered" in out


@pytest.mark.parametrize(
    ("option", "value"),
    [("--memory", "much"), ("--timeout", "-1"), ("--python", "2.7"), ("--train", "")],
)
def test_a_bad_wish_is_one_sentence(capfd, option, value):
    code, out, err = call(capfd, "execute", KEY, option, value)
    assert code == 2
    assert out == ""
    assert option in err
    assert "cannot be used" in err


def test_a_revision_of_a_directory_is_refused(capfd, tmp_path):
    assert call(capfd, "execute", str(tmp_path), "--ref", "main").code == 2


def test_launching_without_a_server_says_what_to_start(capfd):
    code, _, err = call(capfd, "execute", KEY, "--launch", "--server", "http://127.0.0.1:9")
    assert code == 3
    assert "mlops-platform dev" in err


def test_a_plan_is_shown_and_nothing_runs(capfd, tmp_path, monkeypatch):
    project = tmp_path / "project"
    project.mkdir()
    (project / "train.py").write_text(
        "import pandas as pd\nfrom sklearn.svm import SVC\nx = pd.read_csv('a.csv')\n"
        "print(SVC().fit(x[['a']], x['y']).score(x[['a']], x['y']))\n"
    )
    (project / "a.csv").write_text("a,y\n1,0\n2,1\n")
    monkeypatch.setattr(command, "_executed", None)
    code, out, _ = call(capfd, "execute", str(project), "--dry-run", "--cpus", "1.5")
    assert code == 0
    assert "train: python train.py" in out
    assert "pandas, scikit-learn" in out
    assert "1.5 CPUs" in out
    assert json.loads(call(capfd, "execute", str(project), "--dry-run", "--format", "json").out)
