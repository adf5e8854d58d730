import pytest

from mlops_platform.core.recording import points as module
from mlops_platform.core.recording.points import measured, points_of
from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.core.executions import attempt, metric


def steps(*printed):
    (points, _) = points_of([("m", metric("m", *([1.0] * len(printed)), steps=printed))])
    return [point.step for point in points]


def test_printed_steps_are_kept_where_they_order_the_values():
    assert steps(10, 20, 20, 30) == [10, 20, 20, 30]


@pytest.mark.parametrize("printed", [(1, 2, 1, 2), (1, None, 3), (-1, 0, 1), (0, 1, 1 << 70)])
def test_steps_that_do_not_are_replaced_by_places(printed):
    assert steps(*printed) == list(range(len(printed)))


def test_later_values_of_one_step_come_later():
    points, _ = points_of([("m", metric("m", 0.1, 0.2, steps=(5, 5)))])
    assert [(point.value, point.order) for point in points] == [(0.1, 0), (0.2, 1)]


def test_long_series_are_thinned_and_keep_their_end(monkeypatch):
    monkeypatch.setattr(module, "MOST_POINTS", 100)
    long = metric("long", *range(1000), steps=range(1000))
    points, thinned = points_of([("long", long), ("short", metric("short", 1.0))])
    kept = [point.step for point in points if point.key == "long"]
    assert thinned == ("long",)
    assert len(kept) == 50
    assert kept[-1] == 999


def test_what_we_measured_stands_apart_from_the_runs_own_metrics():
    found = {point.key: point.value for point in measured(attempt(Ending.SUCCEEDED))}
    assert found == {
        "system/install_seconds": 20.0,
        "system/train_seconds": 10.0,
        "system/cpu_seconds": 12.5,
        "system/peak_memory_megabytes": 250.0,
    }
    assert list(measured(None)) == []
