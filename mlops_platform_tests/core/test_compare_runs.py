from urllib.parse import unquote

import pytest

from mlops_platform.core.compare_runs import compare_runs
from mlops_platform.core.comparing.comparison import Change, Decision
from mlops_platform.core.errors import BadInputError
from mlops_platform.core.recorded_run import RecordedMetric, RunStatus
from mlops_platform_tests.core.executions import recorded

OLD, NEW = "a" * 40, "b" * 40


def pair(before, after, **fields):
    return recorded("old", before, commit=OLD), recorded("new", after, commit=NEW, **fields)


def decided(before, after, primary=""):
    return compare_runs(pair(before, after), primary=primary).verdict


def repeated(name, commit, *values, metric="accuracy"):
    return [recorded(f"{name}{n}", {metric: v}, commit=commit) for n, v in enumerate(values)]


def row(comparison, key):
    return next(metric for metric in comparison.metrics if metric.key == key)


def test_values_stand_beside_each_other_with_their_changes():
    runs = [
        recorded("one", {"accuracy": 0.80, "log_loss": 0.5}, commit=OLD),
        recorded("two", {"accuracy": 0.88, "log_loss": 0.6}, commit=NEW),
        recorded("three", {"accuracy": 0.72}, commit="c" * 40),
    ]
    comparison = compare_runs(runs)
    accuracy, loss = row(comparison, "accuracy"), row(comparison, "log_loss")
    assert accuracy.values == (0.80, 0.88, 0.72)
    assert [delta and delta.change for delta in accuracy.deltas] == [None, "better", "worse"]
    assert accuracy.deltas[1].relative == pytest.approx(0.1)
    assert accuracy.best == (1,)
    assert (loss.values, loss.best) == ((0.5, 0.6, None), (0,))
    assert [delta and delta.change for delta in loss.deltas] == [None, "worse", None]
    assert comparison.verdict is None


@pytest.mark.parametrize(
    ("before", "after", "decision", "deciding"),
    [
        ({"accuracy": 0.8}, {"accuracy": 0.9}, "promote_b", ("accuracy",)),
        ({"accuracy": 0.9}, {"accuracy": 0.8}, "reject_b", ("accuracy",)),
        ({"error": 0.2}, {"error": 0.1}, "promote_b", ("error",)),
        ({"accuracy": 0.8, "f1": 0.7}, {"accuracy": 0.9, "f1": 0.7}, "promote_b", ("accuracy",)),
        (
            {"accuracy": 0.8, "f1": 0.7},
            {"accuracy": 0.9, "f1": 0.6},
            "investigate",
            ("accuracy", "f1"),
        ),
        ({"accuracy": 0.8}, {"accuracy": 0.801}, "investigate", ("accuracy",)),
        ({"accuracy": 0.8}, {"f1": 0.9}, "investigate", ()),
        ({}, {}, "investigate", ()),
        ({"accuracy": 0.0}, {"accuracy": 0.5}, "promote_b", ("accuracy",)),
        ({"train_accuracy": 0.8}, {"train_accuracy": 0.9}, "investigate", ()),
    ],
)
def test_two_models_get_a_verdict(before, after, decision, deciding):
    found = decided(before, after)
    assert (found.decision, found.deciding) == (decision, deciding)
    for key in deciding:
        assert f"`{key}`" in found.because


def test_the_primary_metric_decides_where_it_is_named():
    before, after = {"accuracy": 0.8, "f1": 0.70}, {"accuracy": 0.9, "f1": 0.68}
    assert decided(before, after, "accuracy").decision is Decision.PROMOTE_B
    assert decided(before, after, "f1").decision is Decision.REJECT_B


def test_a_large_loss_elsewhere_stands_against_a_better_primary_metric():
    found = decided({"accuracy": 0.8, "f1": 0.7}, {"accuracy": 0.9, "f1": 0.5}, "accuracy")
    assert found.decision is Decision.INVESTIGATE
    assert found.deciding == ("accuracy", "f1")


def test_what_was_measured_on_held_out_rows_comes_first():
    def run(name, commit, test, validation):
        metrics = (
            RecordedMetric(key="accuracy", value=test, direction="higher", split="test"),
            RecordedMetric(key="val", value=validation, direction="higher", split="validation"),
        )
        return recorded(name, commit=commit, metrics=metrics)

    comparison = compare_runs([run("a", OLD, 0.8, 0.9), run("b", NEW, 0.9, 0.5)])
    assert comparison.verdict.decision is Decision.PROMOTE_B
    assert [metric.is_deciding for metric in comparison.metrics] == [True, False]


def test_the_end_of_a_series_decides_only_where_there_is_no_result():
    def run(name, commit, final, last):
        metrics = (
            RecordedMetric(key="accuracy", value=final, direction="higher"),
            RecordedMetric(key="loss", value=last, direction="lower", is_final=False),
        )
        return recorded(name, commit=commit, metrics=metrics)

    assert compare_runs([run("a", OLD, 0.8, 0.1), run("b", NEW, 0.9, 0.9)]).verdict.decision == (
        "promote_b"
    )


def test_repeated_runs_show_a_small_difference_that_single_ones_do_not():
    old = repeated("old", OLD, 0.9000, 0.9001, 0.8999, 0.9000)
    new = repeated("new", NEW, 0.9020, 0.9021, 0.9019, 0.9020)
    assert compare_runs([old[0], new[0]]).verdict.decision is Decision.INVESTIGATE
    comparison = compare_runs([old[0], new[0]], [*old, *new])
    assert comparison.repeats == (4, 4)
    assert comparison.verdict.decision is Decision.PROMOTE_B
    delta = row(comparison, "accuracy").deltas[1]
    assert delta.p_value < 0.001
    assert delta.difference == pytest.approx(0.002)


def test_repeated_runs_that_scatter_do_not_show_a_large_difference():
    old = repeated("old", OLD, 0.70, 0.90, 0.80)
    new = repeated("new", NEW, 0.95, 0.75, 0.85)
    assert compare_runs([old[0], new[0]]).verdict.decision is Decision.PROMOTE_B
    comparison = compare_runs([old[0], new[0]], [*old, *new])
    assert comparison.verdict.decision is Decision.INVESTIGATE
    assert row(comparison, "accuracy").deltas[1].change is Change.NOT_SHOWN


def test_runs_that_repeat_each_other_are_no_two_models():
    first, second = repeated("run", OLD, 0.8, 0.9)
    comparison = compare_runs([first, second])
    assert comparison.verdict.decision is Decision.INVESTIGATE
    assert "repeat each other" in comparison.verdict.because
    assert row(comparison, "accuracy").deltas[1].change is Change.NOT_SHOWN


def test_what_did_not_succeed_is_not_promoted():
    before, after = pair({"accuracy": 0.8}, {"accuracy": 0.9}, status=RunStatus.FAILED, cause="x")
    assert compare_runs([before, after]).verdict.decision is Decision.REJECT_B
    assert compare_runs([after, before]).verdict.decision is Decision.INVESTIGATE


def test_runs_of_different_repositories_or_purposes_are_looked_at():
    first = recorded("a", {"accuracy": 0.8})
    for other in (
        recorded("b", {"accuracy": 0.9}, repository="github.com/b/b"),
        recorded("b", {"accuracy": 0.9}, purpose="evaluate"),
    ):
        assert compare_runs([first, other]).verdict.decision is Decision.INVESTIGATE


def test_a_direction_on_which_runs_do_not_agree_decides_nothing():
    def run(name, commit, direction, value):
        metric = RecordedMetric(key="score", value=value, direction=direction, split="test")
        return recorded(name, commit=commit, metrics=(metric,))

    comparison = compare_runs([run("a", OLD, "higher", 1.0), run("b", NEW, "lower", 2.0)])
    assert comparison.metrics[0].direction == ""
    assert comparison.metrics[0].deltas[1].change is Change.UNKNOWN
    assert comparison.verdict.decision is Decision.INVESTIGATE


def test_parameters_are_shown_where_they_differ():
    first = recorded("a", parameters=(("lr", "0.1"), ("depth", "3")))
    second = recorded("b", parameters=(("lr", "0.2"), ("depth", "3"), ("new", "1")))
    (lr, new) = compare_runs([first, second]).parameters
    assert (lr.name, lr.values) == ("lr", ("0.1", "0.2"))
    assert new.values == (None, "1")


def test_the_link_leads_to_the_stores_own_comparison():
    runs = [
        recorded(name, experiment_id="7", link="https://mlflow.example/#/experiments/7/runs/x")
        for name in ("a", "b")
    ]
    link = compare_runs(runs).link
    assert link.startswith("https://mlflow.example/#/compare-runs?runs=%5B%22")
    assert unquote(link).endswith('experiments=["7"]&workflowType=machine_learning')
    assert compare_runs([runs[0], recorded("waiting")]).link == ""


@pytest.mark.parametrize("count", [0, 1, 6])
def test_two_to_five_runs_are_compared(count):
    with pytest.raises(BadInputError, match="Two to five"):
        compare_runs([recorded(f"run-{n}") for n in range(count)])


def test_a_run_is_not_compared_with_itself():
    with pytest.raises(BadInputError, match="twice"):
        compare_runs([recorded("a"), recorded("a")])


def test_a_primary_metric_must_be_known_to_all_and_have_a_direction():
    odd = RecordedMetric(key="rows", value=1.0)
    runs = [recorded(name, metrics=(odd,)) for name in "ab"]
    for primary in ("accuracy", "rows"):
        with pytest.raises(BadInputError, match=primary):
            compare_runs(runs, primary=primary)
