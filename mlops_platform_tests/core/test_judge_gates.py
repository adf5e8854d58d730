import pytest
from pydantic import ValidationError

from mlops_platform.core.judge_gates import DemandedMetric, judge_gates
from mlops_platform.core.run_outcome import Metric, MetricPoint


def metric(name, value, split="", key=None, *, is_final=True):
    point = MetricPoint(value=value)
    return Metric(
        name=name, key=key or name, split=split, points=(point,), is_final=is_final, source="stdout"
    )


def judged(bound, *metrics, name="accuracy"):
    (gate,) = judge_gates([DemandedMetric(metric=name, bound=bound)], metrics)
    return gate


@pytest.mark.parametrize(
    ("bound", "is_met"),
    [(">= 0.8", True), ("> 0.8", False), ("<= 0.8", True), ("<0.8", False), (">= 1e-1", True)],
)
def test_a_bound_is_judged_as_it_is_written(bound, is_met):
    assert judged(bound, metric("accuracy", 0.8)).is_met is is_met


def test_what_was_not_measured_meets_no_gate():
    gate = judged(">= 0", metric("loss", 0.1))
    assert gate.is_met is None
    assert "measured no accuracy" in gate.because


def test_a_name_is_known_however_it_is_printed():
    assert judged("> 0.5", metric("ROC-AUC", 0.9), name="roc_auc").is_met


def test_training_data_prove_nothing_where_test_data_were_measured():
    measured = (
        metric("accuracy", 0.99, "train", "train_accuracy"),
        metric("accuracy", 0.7, "test", "test_accuracy"),
    )
    assert judged(">= 0.8", *measured).is_met is False


def test_a_key_means_exactly_its_metric():
    measured = (
        metric("accuracy", 0.99, "train", "train_accuracy"),
        metric("accuracy", 0.7, "test", "test_accuracy"),
    )
    assert judged(">= 0.8", *measured, name="train_accuracy").is_met


def test_two_values_of_one_name_cannot_be_judged():
    measured = (metric("f1", 0.9, key="f1_a"), metric("f1", 0.4, key="f1_b"))
    gate = judged(">= 0.8", *measured, name="f1")
    assert gate.is_met is None
    assert "several values" in gate.because


@pytest.mark.parametrize("bound", ["0.8", "== 1", ">= much", ">=", ">= nan", ">= 1 or 1"])
def test_what_is_no_bound_is_refused(bound):
    with pytest.raises(ValidationError):
        DemandedMetric(metric="accuracy", bound=bound)


def test_a_result_is_judged_and_not_a_value_on_the_way():
    on_the_way = metric("accuracy", 0.5, "validation", "validation_accuracy", is_final=False)
    result = metric("accuracy", 0.9, "test", "test_accuracy")
    assert judged("> 0.8", on_the_way, result).is_met
    assert not judged("> 0.8", on_the_way).is_met
