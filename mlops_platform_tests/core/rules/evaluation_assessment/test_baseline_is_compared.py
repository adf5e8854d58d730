from mlops_platform.core.rules.evaluation_assessment.baseline_is_compared import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    program,
    tool,
)

FOREST = tool("RandomForestClassifier", "model", line=3, purpose="classification")
SIMPLE = tool("LogisticRegression", "model", line=4, purpose="classification")
METRIC = tool("f1_score", "metric", line=9, purpose="classification")


def test_met_by_a_dummy():
    dummy = tool("DummyClassifier", "baseline", line=2)
    is_met(answer(evaluation(tools=(FOREST, METRIC, dummy))), "train.py:2")


def test_met_by_a_program_of_that_name():
    is_met(answer(evaluation(programs=(program("baseline.py"),), tools=(FOREST,))), "baseline.py")


def test_met_by_a_simple_model_beside_another():
    is_met(answer(evaluation(tools=(FOREST, SIMPLE, METRIC))), "train.py:4")


def test_met_by_a_simple_model_in_another_file():
    simple = tool("Ridge", "model", "b.py", line=4, purpose="regression")
    is_met(answer(evaluation(tools=(FOREST, simple, METRIC))), "b.py:4")


def test_met_by_a_forest_beside_a_network():
    network = program("net.py", fits=({"path": "net.py", "line": 7, "note": "keras.Sequential"},))
    found = answer(evaluation(programs=(network,), tools=(FOREST, METRIC)))
    is_met(found, "train.py:3")


def test_unmet_by_one_model_alone():
    found = answer(evaluation(tools=(FOREST, METRIC)))
    is_unmet(found, "beside RandomForestClassifier", at=["train.py:3"])


def test_a_simple_model_alone_needs_none():
    is_not_applicable(answer(evaluation(tools=(SIMPLE, METRIC))), "simple")


def test_unknown_where_no_model_is_known():
    is_unknown(answer(evaluation(tools=(METRIC,))), "no model")


def test_not_applicable_without_a_score():
    is_not_applicable(answer(evaluation(tools=(FOREST,))), "no score")


def test_not_held_against_a_collection():
    is_not_applicable(answer(evaluation(tools=(FOREST, METRIC), **of_kind("template"))))
