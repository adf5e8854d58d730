import json

from mlops_platform.core.recorded_run import WaitingRun
from mlops_platform.core.run_outcome import MetricPoint
from mlops_platform.terminal.recorded_runs import (
    run_page,
    runs_json,
    runs_table,
    series_table,
    waiting_lines,
)
from mlops_platform_tests.core.executions import recorded


def test_runs_are_lines_with_their_foremost_results():
    run = recorded("one", {"train_accuracy": 0.99, "accuracy": 0.9, "log_loss": 0.3, "f1": 0.8})
    waits = recorded("two", store_id="", is_waiting=True)
    head, first, second = runs_table([run, waits]).splitlines()
    assert head.startswith("RUN")
    assert "accuracy 0.9, log_loss 0.3, f1 0.8" in first
    assert "train_accuracy" not in first
    assert second.startswith("two (waits)")


def test_a_page_tells_everything_and_obeys_nothing():
    run = recorded(
        "one",
        {"accuracy": 0.9},
        because="x\x1b[2Jy",
        link="http://127.0.0.1:5000/#/x",
        parameters=(("lr", "0.1\x07"),),
    )
    page = run_page(run)
    assert "accuracy (test) ↑" in page
    assert "http://127.0.0.1:5000/#/x" in page
    assert "\x1b" not in page
    assert "\x07" not in page


def test_a_long_series_is_shown_by_its_ends():
    points = [MetricPoint(value=float(n), step=n) for n in range(100)]
    lines = series_table(points).splitlines()
    assert len(lines) == 22
    assert lines[11] == "… 80 more"
    assert lines[-1].split() == ["99", "99"]
    assert len(series_table(points[:3]).splitlines()) == 4


def test_what_waits_is_said_with_the_reason():
    waiting = WaitingRun(run_id="r", repository="github.com/a/b", because="it is down")
    assert waiting_lines([]) == ""
    assert (
        waiting_lines([waiting]) == "1 run waits on this machine to be sent to MLflow: it is down"
    )
    assert waiting_lines([waiting] * 2).startswith("2 runs wait")


def test_programs_get_json():
    (read,) = json.loads(runs_json([recorded("one", {"accuracy": 0.9})]))
    assert read["metrics"][0]["value"] == 0.9
    assert "tags" not in read
