import sqlite3
from pathlib import Path

import pytest

from mlops_platform.adapters.subprocess_isolation import SubprocessIsolation
from mlops_platform.core.gather.run_results import gather_run_results
from mlops_platform.core.run_outcome import RunResults
from mlops_platform_tests.core.drawn_runs import draw_run


def database(tmp_path: Path) -> bytes:
    """Make what MLflow leaves, with one finished run."""
    path = tmp_path / "made.db"
    with sqlite3.connect(path) as made:
        made.executescript(
            "CREATE TABLE runs (run_uuid TEXT, name TEXT, status TEXT, start_time INTEGER);"
            "CREATE TABLE metrics (run_uuid TEXT, key TEXT, value REAL, step INTEGER,"
            " is_nan BOOLEAN, timestamp INTEGER);"
            "CREATE TABLE params (run_uuid TEXT, key TEXT, value TEXT);"
            "CREATE TABLE tags (run_uuid TEXT, key TEXT, value TEXT);"
            "INSERT INTO runs VALUES ('a', 'calm-bird-12', 'FINISHED', 1);"
            "INSERT INTO metrics VALUES ('a', 'rmse', 0.82, 0, 0, 1);"
            "INSERT INTO params VALUES ('a', 'alpha', '0.5');"
        )
    made.close()
    return path.read_bytes()


def test_stdout_and_stderr_are_told_apart_with_their_own_lines(tmp_path):
    checkout, run = draw_run(tmp_path, stdout="start\nRMSE: 0.8", stderr="INFO:root:AUC: 0.9")
    found = {metric.key: metric for metric in gather_run_results(checkout, run).metrics}
    assert (found["rmse"].source, found["rmse"].line) == ("stdout", 2)
    assert (found["roc_auc"].source, found["roc_auc"].line) == ("stderr", 1)


def test_an_installer_measures_nothing(tmp_path):
    checkout, run = draw_run(tmp_path, stdout="Accuracy: 0.9")
    log = Path(run.folder) / run.outcome.log.file
    log.write_text(log.read_text().replace("# phase train", "# phase install"))
    assert gather_run_results(checkout, run).metrics == ()


def test_a_text_that_grew_counts_from_where_it_grew(tmp_path):
    before = {"results.txt": "Accuracy: 0.5\n"}
    after = {"results.txt": "Accuracy: 0.5\nAccuracy: 0.9\n"}
    checkout, run = draw_run(tmp_path, after, before)
    (metric,) = gather_run_results(checkout, run).metrics
    assert [point.value for point in metric.points] == [0.9]
    assert (metric.source, metric.line) == ("results.txt", 2)


def test_a_model_that_is_text_is_no_report(tmp_path):
    checkout, run = draw_run(tmp_path, {"model.txt": "tree\nversion=v4\n\n[cat_l2: 10]\nloss: 0.5"})
    results = gather_run_results(checkout, run)
    assert results.metrics == ()
    assert [(one.kind, one.is_model) for one in results.artifacts] == [("lightgbm", True)]


def test_a_log_that_is_not_there_is_said(tmp_path):
    checkout, run = draw_run(tmp_path)
    (Path(run.folder) / run.outcome.log.file).unlink()
    assert gather_run_results(checkout, run).unread[0].startswith("the log: cannot be opened")


@pytest.mark.integration
def test_the_limited_child_reads_a_run_with_its_database(tmp_path):
    checkout, run = draw_run(tmp_path, {"mlflow.db": database(tmp_path)}, stdout="RMSE: 0.82")
    results = SubprocessIsolation().run(
        RunResults, "run_results", checkout, run, may_read=[Path(run.folder)]
    )
    assert [(metric.key, metric.value, metric.source) for metric in results.metrics] == [
        ("rmse", 0.82, "mlflow.db (run a)")
    ]
    assert results.parameters == (("alpha", "0.5"),)
