from mlops_platform.core.rules.mlops_readiness.metrics_are_recorded import answer
from mlops_platform_tests.core.rules.cases import (
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_a_logging_call() -> None:
    is_met(answer(mlops(logged_metrics=(does("mlflow.log_metric"),))), "train.py:1")


def test_met_with_a_file_of_metrics() -> None:
    is_met(answer(mlops(metric_files=(does("metrics.json", "evaluate.py", 4),))), "evaluate.py:4")


def test_unknown_when_the_tracker_may_log_by_itself() -> None:
    is_unknown(answer(mlops(trackers=(used("mlflow"),))), "mlflow can log")


def test_unmet_without_either() -> None:
    is_unmet(answer(mlops()), "no code logs a metric")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(mlops(training_entry_points=())), "no training")


def test_not_applicable_to_inference_alone() -> None:
    is_not_applicable(answer(mlops(**of_kind("inference_only"))), "trains none")
