from mlops_platform.core.rules.evaluation_assessment.thresholds_are_considered import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    learned_table,
    tool,
)

UNEVEN = learned_table(0.9, 0.1)
LABELS = tool("f1_score", "metric", line=5, purpose="classification")


def test_met_by_probabilities():
    found = answer(
        evaluation(tools=(LABELS, tool("predict_proba", "probability", line=4)), tables=(UNEVEN,))
    )
    is_met(found, "train.py:4")


def test_met_by_a_curve():
    curve = tool("precision_recall_curve", "metric", line=6, purpose="classification")
    is_met(answer(evaluation(tools=(LABELS, curve), tables=(UNEVEN,))), "train.py:6")


def test_unmet_by_labels_alone():
    is_unmet(answer(evaluation(tools=(LABELS,), tables=(UNEVEN,))), "only labels", at=["data.csv"])


def test_unknown_without_a_known_metric():
    model = tool("SVC", "model", purpose="classification")
    is_unknown(answer(evaluation(tools=(model,), tables=(UNEVEN,))), "no metric")


def test_not_applicable_to_more_than_two_classes():
    is_not_applicable(answer(evaluation(tools=(LABELS,), tables=(learned_table(0.9, 0.05, 0.05),))))
