import pytest

from mlops_platform.core.metric_sources import mlflow_file_store
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import measured, parameters, sentences, steps

FIRST, SECOND = "mlruns/0/" + "a" * 32, "mlruns/0/" + "b" * 32


def run(folder, status=3, name="Forest", started=1, metrics=None):
    metrics = metrics or {"rmse": "1 0.8 0\n"}
    return {
        f"{folder}/meta.yaml": f"status: {status}\nstart_time: {started}\nrun_name: {name}\n",
        f"{folder}/params/alpha": "0.5",
        **{f"{folder}/metrics/{metric}": text for metric, text in metrics.items()},
    }


def test_metrics_and_parameters_of_a_run(tmp_path):
    lines = {"rmse": "17 0.8 0\n", "loss": "1 0.5 0\n2 0.4 1\n", "training_time": "1 3.5 0\n"}
    files = draw_files(tmp_path, run(FIRST, metrics=lines))
    assert steps(measured(mlflow_file_store, files)) == [
        ("loss", "", 0, 0.5),
        ("loss", "", 1, 0.4),
        ("rmse", "", None, 0.8),
    ]
    assert parameters(mlflow_file_store, files) == [("alpha", "0.5")]
    assert sentences(mlflow_file_store, files) == []


def test_several_runs_are_told_apart_by_the_names_their_author_gave(tmp_path):
    files = draw_files(
        tmp_path, run(SECOND, started=2) | run(FIRST, name="calm-bird-123", started=1)
    )
    found = measured(mlflow_file_store, files)
    assert [one.qualifier for one in found] == ["run 1", "Forest"]


@pytest.mark.parametrize(
    ("status", "words"), [(4, "says that it failed"), (5, "was killed"), (1, "was never ended")]
)
def test_a_run_that_did_not_finish_is_told_and_its_metrics_are_marked(tmp_path, status, words):
    files = draw_files(tmp_path, run(FIRST, status=status))
    (sentence,) = sentences(mlflow_file_store, files)
    assert words in sentence
    (one,) = measured(mlflow_file_store, files)
    assert (one.is_final, one.qualifier) == (False, "unfinished run")


def test_of_a_run_that_was_there_before_only_new_points_count(tmp_path):
    before = run(FIRST, metrics={"loss": "1 0.5 0\n"})
    after = {f"{FIRST}/metrics/loss": "1 0.5 0\n2 0.4 1\n"}
    found = measured(mlflow_file_store, draw_files(tmp_path, after, before))
    assert [one.value for one in found] == [0.4]


def test_what_is_not_finite_is_not_lost_silently(tmp_path):
    files = draw_files(tmp_path, run(FIRST, metrics={"f1": "1 nan 0\n"}))
    assert [one.value for one in measured(mlflow_file_store, files)] == [float("inf")]


def test_lines_that_are_none_are_left_out(tmp_path):
    files = draw_files(tmp_path, run(FIRST, metrics={"f1": "x\n\n1 abc 0\n1 0.5 zero\n"}))
    assert steps(measured(mlflow_file_store, files)) == [("f1", "", None, 0.5)]


def test_a_path_like_one_of_a_store_is_none(tmp_path):
    files = draw_files(tmp_path, {"mlruns/0/short/metrics/rmse": "1 0.8 0\n"})
    assert measured(mlflow_file_store, files) == []


def test_the_moment_in_a_runs_name_is_no_part_of_what_it_measured(tmp_path):
    names = ("LR-20261122-070940", "SVM 2026-11-22 07-10", "rf_1700000000", "rf_1700000001")
    runs: dict[str, str] = {}
    for number, name in enumerate(names):
        runs |= run(f"mlruns/0/{number:032x}", name=name, started=number + 1)
    found = measured(mlflow_file_store, draw_files(tmp_path, runs))
    assert [one.qualifier for one in found] == ["LR", "SVM", "rf run 3", "rf run 4"]
