from mlops_platform.core.rules.evaluation_assessment.metrics_fit_the_task import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    program,
    seen,
    tool,
)

CLASSIFIER = tool("LogisticRegression", "model", line=3, purpose="classification")
REGRESSOR = tool("Ridge", "model", line=4, purpose="regression")
ACCURACY = tool("accuracy_score", "metric", line=5, purpose="classification")
ERROR = tool("mean_squared_error", "metric", line=6, purpose="regression")


def test_met_by_a_metric_of_classes():
    is_met(answer(evaluation(tools=(CLASSIFIER, ACCURACY))), "train.py:5")


def test_unmet_where_a_classifier_is_measured_by_errors_of_numbers():
    found = answer(evaluation(tools=(CLASSIFIER, ERROR)))
    is_unmet(found, "mean_squared_error", at=["train.py:6"])


def test_hits_that_are_counted_otherwise_are_enough():
    counted = program(scores=(seen("train.py", 8, "numpy.mean"),))
    is_met(answer(evaluation(programs=(counted,), tools=(CLASSIFIER, ERROR))))


def test_both_sorts_of_metrics_are_fine():
    is_met(answer(evaluation(tools=(CLASSIFIER, ACCURACY, ERROR))))


def test_a_regression_may_tell_classes_by_a_threshold():
    is_met(answer(evaluation(tools=(REGRESSOR, ACCURACY))))


def test_a_file_with_both_sorts_of_models_is_not_blamed():
    is_met(answer(evaluation(tools=(CLASSIFIER, REGRESSOR, ERROR))))


def test_partly_met_where_one_file_of_two_is_wrong():
    fine = (
        tool("SVC", "model", "b.py", purpose="classification"),
        tool("f1_score", "metric", "b.py", purpose="classification"),
    )
    is_partly_met(answer(evaluation(tools=(CLASSIFIER, ERROR, *fine))), 0.5, "mean_squared_error")


def test_not_applicable_where_models_and_metrics_stand_apart():
    apart = tool("mean_squared_error", "metric", "b.py", purpose="regression")
    is_not_applicable(answer(evaluation(tools=(CLASSIFIER, apart))), "no file")
