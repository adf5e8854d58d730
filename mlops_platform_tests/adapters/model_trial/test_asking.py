import itertools

import numpy as np
import pytest

from mlops_platform.adapters.model_trial.asking import find_rows, flattened, measure
from mlops_platform.adapters.model_trial.foreign import GivenUpError
from mlops_platform.adapters.model_trial.rows import Tables


class Model:
    n_features_in_ = 2

    def __init__(self, answer):
        self.predict = answer


def test_the_first_rows_that_it_takes_are_asked():
    asked = find_rows(Model(lambda rows: rows[:, 0]), Tables())
    assert asked.source == "made by the number of its features"
    said = measure(asked)
    assert said["rows"] == 100
    assert said["calls"] == 200
    assert said["latency_median_ms"] <= said["latency_p95_ms"]
    assert said["is_finite"] is said["is_repeatable"] is True


def test_answers_that_are_not_one_a_row_are_none():
    with pytest.raises(GivenUpError, match="it gave 1 answers for 100 rows"):
        find_rows(Model(lambda rows: [0.5]), Tables())


def test_a_model_that_takes_nothing_says_what_it_said():
    def refuse(rows):
        raise ValueError("expected 7 columns")

    with pytest.raises(GivenUpError, match="ValueError: expected 7 columns"):
        find_rows(Model(refuse), Tables())


def test_what_is_not_finite_or_not_repeatable_is_seen():
    odd = find_rows(Model(lambda rows: np.full(len(rows), np.nan)), Tables())
    assert measure(odd)["is_finite"] is False
    count = itertools.count()
    restless = find_rows(Model(lambda rows: [float(next(count))] * len(rows)), Tables())
    assert measure(restless)["is_repeatable"] is False


def test_answers_become_numbers_and_texts():
    assert flattened(np.array([[1, 2], [3, 4]])) == [1.0, 2.0, 3.0, 4.0]
    assert flattened(["yes", "no"]) == ["yes", "no"]
    assert flattened(np.array([True])) == [1.0]
