"""Tests of the explanation `code_raises`."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.code_raises import explain
from mlops_platform_tests.core.failures.failing import installed, printed, ran


def test_the_innermost_line_of_own_code_is_shown() -> None:
    found = explain(ran(printed("own_key")))
    assert found is not None
    assert found.cause is Cause.CODE_RAISES
    assert found.because == "train.py:3: KeyError: 'b'"


def test_a_library_s_line_is_not() -> None:
    found = explain(ran(printed("pd_chain")))
    assert found is not None
    assert found.because.startswith("train.py:5: ValueError: invalid literal")


def test_without_an_exception_the_last_word_counts() -> None:
    found = explain(ran("loading\nmodel diverged\n\n"))
    assert found is not None
    assert "exit code 1; the last that it said: model diverged" in found.because


def test_silence_is_for_the_engine() -> None:
    assert explain(ran("")) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed(printed("own_key"))) is None


HYDRA = """In 'parameters': Could not find 'model/svc'

Available options in 'model':
\tCatBoostClassifier
\tSVC
Config search path:
\tprovider=main, path=file:///box/src/configs

Set the environment variable HYDRA_FULL_ERROR=1 for a complete stack trace.
"""


def test_what_a_configuration_lacks_is_said_with_what_is_there() -> None:
    found = explain(ran(HYDRA))
    assert found is not None
    assert "In 'parameters': Could not find 'model/svc'; `SVC` is there" in found.because
    other = explain(ran(HYDRA.replace("SVC", "Forest")))
    assert other is not None
    assert other.because.endswith("Could not find 'model/svc'")
