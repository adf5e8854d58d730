from mlops_platform.core.rules.evaluation_assessment.metrics_suit_the_class_balance import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    learned_table,
    tool,
)

UNEVEN = learned_table(0.95, 0.05)
ACCURACY = tool("accuracy_score", "metric", line=5, purpose="classification")
RECALL = tool("recall_score", "metric", line=6, purpose="classification")


def test_met_by_a_metric_of_the_rare_class():
    is_met(answer(evaluation(tools=(ACCURACY, RECALL), tables=(UNEVEN,))), "train.py:6")


def test_unmet_by_accuracy_alone():
    found = answer(evaluation(tools=(ACCURACY,), tables=(UNEVEN,)))
    is_unmet(found, "accuracy alone", "data.csv", at=["train.py:5", "data.csv"])


def test_unknown_where_an_argument_names_the_metric():
    folds = tool("cross_val_score", "folds", keywords=("scoring",))
    is_unknown(answer(evaluation(tools=(ACCURACY, folds), tables=(UNEVEN,))), "scoring")


def test_unknown_without_a_known_metric():
    model = tool("SVC", "model", purpose="classification")
    is_unknown(answer(evaluation(tools=(model,), tables=(UNEVEN,))), "no metric")


def test_not_applicable_to_even_classes():
    is_not_applicable(answer(evaluation(tools=(ACCURACY,), tables=(learned_table(0.6, 0.4),))))


def test_not_applicable_where_one_table_is_even():
    tables = (UNEVEN, learned_table(0.5, 0.5, path="b.csv"))
    is_not_applicable(answer(evaluation(tools=(ACCURACY,), tables=tables)))


def test_not_applicable_where_the_target_is_not_sure():
    doubtful = learned_table(0.95, 0.05, confidence=0.5)
    is_not_applicable(answer(evaluation(tools=(ACCURACY,), tables=(doubtful,))))
