"""Tests of the explanation `code_does_not_parse`."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.code_does_not_parse import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran


def test_the_place_is_shown_and_python_2_is_named() -> None:
    found = explain(ran(printed("syntax")))
    assert found is not None
    assert found.cause is Cause.CODE_DOES_NOT_PARSE
    assert found.because.startswith("train.py:1: SyntaxError: Missing parentheses")
    assert "Python 2" in found.next_action


def test_tabs_and_spaces_do_not_mix() -> None:
    found = explain(ran(printed("tabs")))
    assert found is not None
    assert found.because.startswith("train.py:3: TabError")


def test_an_error_while_running_is_another_matter() -> None:
    assert explain(ran(printed("own_key"))) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed(printed("syntax"))) is None
