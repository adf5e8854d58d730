import pytest

from mlops_platform.core.collect import collect
from mlops_platform.core.measuring.printed_text import printed_text
from mlops_platform_tests.core.drawn_runs import draw_files, measured, results_of
from mlops_platform_tests.core.printed_lines import EXECUTED, LOOK_ALIKES, STATED


@pytest.mark.parametrize(("text", "expected"), [*EXECUTED, *STATED])
def test_a_line_states_what_it_states_and_nothing_else(text, expected):
    assert measured(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_states_nothing(text):
    assert measured(text) == {}


@pytest.mark.parametrize("text", ["accuracy: nan", "AUC: 1e400", "loss: inf", "Accuracy: 250.7"])
def test_a_value_that_cannot_be_is_told_instead_of_kept(text):
    (conflict,) = results_of(text).conflicts
    assert "was left out" in conflict
    assert "stdout line 1" in conflict


def test_the_last_result_counts_and_not_the_best_one():
    (metric,) = results_of("Final accuracy: 0.95\nFinal accuracy: 0.85").metrics
    assert (metric.value, metric.is_final) == (0.85, True)


def test_lines_count_in_their_order_whatever_their_form():
    (metric,) = results_of("Test accuracy 0.85\nTest accuracy: 0.95").metrics
    assert (metric.value, metric.line) == (0.95, 2)


def test_a_result_ends_the_series_before_it():
    text = "Epoch 1 val_loss: 0.5\nval_loss: 0.3\nEpoch 2 val_loss: 0.4"
    (metric,) = results_of(text).metrics
    assert [(point.step, point.value) for point in metric.points] == [
        (1, 0.5),
        (2, 0.4),
        (None, 0.3),
    ]
    assert metric.is_final


def test_a_series_without_a_result_is_not_final():
    (metric,) = results_of("Epoch 1 val_loss: 0.5\nEpoch 2 val_loss: 0.4").metrics
    assert (metric.value, metric.is_final) == (0.4, False)


def test_each_metric_says_which_direction_is_better():
    text = "accuracy: 0.9\nrmse: 3.5\nsilhouette: 0.2\nperplexity: 20.5\nreward: 9.5"
    assert {metric.key: metric.direction for metric in results_of(text).metrics} == {
        "accuracy": "higher",
        "rmse": "lower",
        "silhouette": "higher",
        "perplexity": "lower",
        "reward": "higher",
    }


def test_a_model_is_named_in_the_key_only_where_there_are_several():
    one = results_of("Model: Forest\nAccuracy: 0.9").metrics
    assert [(metric.key, metric.name) for metric in one] == [("accuracy", "Accuracy")]
    two = results_of("Model: Forest\nAccuracy: 0.9\nModel: Line\nAccuracy: 0.8").metrics
    assert [(metric.key, metric.name) for metric in two] == [
        ("accuracy.forest", "Accuracy (Forest)"),
        ("accuracy.line", "Accuracy (Line)"),
    ]


def collected(tmp_path, stdout, files):
    return collect([printed_text("stdout", stdout)], draw_files(tmp_path, files))


def test_what_is_printed_and_stored_is_one_metric_with_all_its_digits(tmp_path):
    results = collected(
        tmp_path, "Test accuracy: 87.34%", {"metrics.json": '{"test_accuracy": 0.87344}'}
    )
    (metric,) = results.metrics
    assert (metric.value, metric.source) == (0.87344, "metrics.json")
    assert results.conflicts == ()


def test_sources_that_differ_are_told_as_a_conflict(tmp_path):
    results = collected(tmp_path, "accuracy: 0.95", {"metrics.json": '{"accuracy": 0.7}'})
    assert [metric.value for metric in results.metrics] == [0.7]
    assert results.conflicts == ("accuracy is 0.7 in metrics.json and 0.95 in stdout line 1.",)


def test_a_title_of_one_source_is_left_out_where_another_says_the_same(tmp_path):
    results = collected(tmp_path, "SVM:\naccuracy: 0.7", {"metrics.json": '{"accuracy": 0.7}'})
    assert [metric.key for metric in results.metrics] == ["accuracy"]


def test_metrics_of_an_unfinished_run_stay_marked_where_there_is_no_other(tmp_path):
    run = "mlruns/0/" + "a" * 32
    files = {f"{run}/meta.yaml": "status: 4\n", f"{run}/metrics/rmse": "1 0.5 0\n"}
    (metric,) = collected(tmp_path, "", files).metrics
    assert (metric.key, metric.name) == ("rmse.unfinished_run", "rmse (unfinished run)")
    assert not metric.is_final
