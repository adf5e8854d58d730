import pytest

from mlops_platform_tests.core.drawn_runs import measured, results_of
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
