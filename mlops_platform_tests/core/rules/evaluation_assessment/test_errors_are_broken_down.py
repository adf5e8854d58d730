from mlops_platform.core.rules.evaluation_assessment.errors_are_broken_down import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_unmet,
    of_kind,
    tool,
)


def metric(name, line=5):
    return tool(name, "metric", line=line, purpose="classification")


def test_met_by_a_report_by_class():
    tools = (metric("accuracy_score"), metric("classification_report", 6))
    is_met(answer(evaluation(tools=tools)), "train.py:6")


def test_met_by_precision_and_recall():
    is_met(answer(evaluation(tools=(metric("precision_score"), metric("recall_score")))))


def test_f1_of_two_classes_is_of_one_of_them():
    is_met(answer(evaluation(tools=(metric("f1_score"), metric("accuracy_score")))))


def test_an_average_of_all_classes_is_one_number():
    average = tool("f1_score", "metric", purpose="classification", keywords=("average",))
    is_unmet(answer(evaluation(tools=(average,))), "f1_score")


def test_unmet_by_one_number():
    is_unmet(
        answer(evaluation(tools=(metric("accuracy_score"),))), "accuracy_score", at=["train.py:5"]
    )


def test_not_asked_of_a_ranking():
    is_not_applicable(answer(evaluation(tools=(metric("roc_auc_score"),))), "order")


def test_not_applicable_to_numbers():
    error = tool("mean_squared_error", "metric", purpose="regression")
    is_not_applicable(answer(evaluation(tools=(error,))), "no metric of classes")


def test_not_held_against_a_collection():
    known = of_kind("many_projects")
    is_not_applicable(answer(evaluation(tools=(metric("accuracy_score"),), **known)))
