import json
from pathlib import Path

import pytest

from mlops_platform.commands.analyze import _gate
from mlops_platform_tests.commands.calling import call, call_program
from mlops_platform_tests.core.samples import sample_report
from mlops_platform_tests.servers.bare_repositories import make_bare_repository
from mlops_platform_tests.servers.git_server import serve_repositories

TRAIN = """\
import joblib
from sklearn.linear_model import LogisticRegression

model = LogisticRegression().fit([[0], [1]], [0, 1])
joblib.dump(model, "model.joblib")
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("work") / "project"
    folder.mkdir()
    (folder / "train.py").write_text(TRAIN)
    (folder / "requirements.txt").write_text("scikit-learn==1.5.0\njoblib==1.4.0\n")
    return folder


def test_a_score_below_the_bound_ends_with_one(capfd):
    report = sample_report().model_copy(update={"readiness_score": 5.0})
    assert _gate(report, 5.1) == 1
    assert "5 is below 5.1" in capfd.readouterr().err


def test_a_score_at_the_bound_is_enough():
    assert _gate(sample_report().model_copy(update={"readiness_score": 5.0}), 5.0) == 0
    assert _gate(sample_report().model_copy(update={"readiness_score": 0.0}), None) == 0


def test_what_is_no_ml_project_passes_and_says_so(capfd):
    changes = {"readiness_score": None, "is_ml_project": False}
    assert _gate(sample_report().model_copy(update=changes), 9.0) == 0
    assert "no ML project" in capfd.readouterr().err


def test_a_score_that_nobody_knows_does_not_pass(capfd):
    changes = {"readiness_score": None, "is_ml_project": None}
    assert _gate(sample_report().model_copy(update=changes), 0.0) == 1
    assert "there is no score" in capfd.readouterr().err


@pytest.mark.integration
def test_a_directory_is_analyzed_as_strict_json_and_reported_again(home, project):
    called = call_program(home, "analyze", str(project), "--format", "json", "--fail-under", "10")
    assert called.code == 1
    document = json.loads(called.out)
    facts = document["sections"]["project_profile"]["facts"]
    assert [entry["path"] for entry in facts["training_entry_points"]] == ["train.py"]
    assert called.err.startswith("note: the readiness score")

    again = call_program(home, "report", str(project), "--format", "json")
    assert again == (0, called.out, "")


@pytest.mark.integration
def test_a_url_is_analyzed_through_a_mirror_and_written_to_a_file(home, tmp_path):
    make_bare_repository(tmp_path / "served", "acme/model", {"train.py": TRAIN})
    target = tmp_path / "report.html"
    with serve_repositories(tmp_path / "served") as server:
        mirror = {"MLOPS_PLATFORM_GIT_MIRRORS": f"github.com={server.url}"}
        url = "https://github.com/acme/model.git"
        called = call_program(
            *(home, "analyze", url, "--format", "html", "--output", str(target)), **mirror
        )
    assert called == (0, "", "")
    assert "github.com/acme/model" in target.read_text()

    listed = call_program(home, "repos", "list")
    assert any(line.startswith("github.com/acme/model ") for line in listed.out.splitlines())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["analyze", "https://user:pw@github.com/a/b"], "user name or password"),
        (["analyze", "https://127.0.0.1/a/b"], "IP address"),
        (["analyze", ".", "--ref", "main"], "--ref is for URLs"),
        (["analyze", ".", "--output", "."], "is a directory"),
        (["analyze", "./nowhere"], "There is no directory './nowhere'"),
    ],
)
def test_bad_input_ends_with_two_and_one_sentence(capfd, arguments, words):
    code, out, err = call(capfd, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "pw" not in err.replace(words, "")


@pytest.mark.integration
def test_a_repository_out_of_reach_ends_with_three_and_one_sentence(home):
    code, out, err = call_program(home, "analyze", "https://nowhere.invalid/a/b", "--no-llm")
    assert (code, out) == (3, "")
    assert err.startswith("error: ")
    assert err.count("\n") == 1
    assert "nowhere.invalid" in err
