import pytest

from mlops_platform.core.signs.confidence import WEIGHTS, confidence_in
from mlops_platform_tests.core.rules.cases import moved, observed, related
from mlops_platform_tests.core.triggers.situations import history, measure, situation

ALL = observed(
    moved(), target="y", current_labelled=1.0, overall_drift_score=0.0, relation=related()
)


def test_weights_are_shares_of_one():
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def test_everything_known_and_many_rows():
    known = {"evaluation_score": 8.0, "metrics": (history(0.8, 0.8),)}
    confidence, because = confidence_in(situation(ALL, **known))
    assert confidence == pytest.approx(1 - 0.02 / 0.25)
    assert "1000 and 1000 rows" in because


def test_what_is_not_known_is_named_and_costs_its_weight():
    confidence, because = confidence_in(situation(ALL))
    assert confidence == pytest.approx(0.8 * 0.92, abs=0.005)
    assert "not known: the metrics of runs, the evaluation" in because


def test_few_rows_make_it_unsure():
    blind = moved(measures=(measure("psi").model_copy(update={"noise_floor": 0.5}),))
    drift = observed(blind, overall_drift_score=0.0, current_labelled=1.0)
    assert confidence_in(situation(drift))[0] == 0.0


def test_a_relation_that_tells_nothing_is_not_known():
    drift = ALL.model_copy(update={"relation": related(noise_floor=0.9)})
    assert "the relation of features and target" in confidence_in(situation(drift))[1]


def test_without_a_comparison_only_questions_count():
    assert confidence_in(situation(evaluation_score=8.0))[0] == pytest.approx(0.1)


def test_runs_that_could_not_be_read_are_told():
    _, words = confidence_in(situation(unread_runs="MLflow does not answer."))
    assert words.endswith("recorded runs could not be read: MLflow does not answer")
