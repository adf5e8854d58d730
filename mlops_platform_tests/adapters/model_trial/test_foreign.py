import pytest

from mlops_platform.adapters.model_trial.foreign import (
    GivenUpError,
    is_session,
    is_torch,
    needed,
    told,
)


def test_a_library_that_is_not_there_is_named():
    with pytest.raises(GivenUpError, match="the environment has no no_such_library"):
        needed("no_such_library")
    assert needed("json").loads("1") == 1


def test_an_error_is_told_in_one_line():
    assert told(ValueError("one\n  two")) == "ValueError: one two"


def test_what_is_neither_torch_nor_a_session_is_neither():
    assert not is_torch(object())
    assert not is_session(object())
