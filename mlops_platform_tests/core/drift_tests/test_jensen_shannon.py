import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon

from mlops_platform.core.drift_tests import jensen_shannon

PAIRS = st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 10**12)), min_size=1, max_size=30)


def sides(pairs):
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


@given(PAIRS)
def test_the_divergence_is_the_square_of_scipys_distance(pairs):
    reference, current = sides(pairs)
    expected = jensenshannon(reference + 0.5, current + 0.5, base=2) ** 2
    # SciPy answers NaN where rounding makes its sum negative.
    expected = expected if math.isfinite(expected) else 0.0
    assert jensen_shannon.measure(reference, current) == pytest.approx(expected, abs=1e-12)


@given(PAIRS)
def test_the_divergence_stays_between_zero_and_one(pairs):
    assert 0 <= jensen_shannon.measure(*sides(pairs)) <= 1


def test_sides_with_nothing_in_common_come_close_to_one():
    many = 10**9
    value = jensen_shannon.measure(np.array([many, 0]), np.array([0, many]))
    assert value == pytest.approx(1, abs=1e-6)


def test_no_bins_are_equal():
    assert jensen_shannon.measure(np.array([], dtype=int), np.array([], dtype=int)) == 0


def test_different_bins_are_refused():
    with pytest.raises(ValueError, match="same bins"):
        jensen_shannon.measure(np.array([1, 2]), np.array([1, 2, 3]))


def test_the_floor_is_passed_about_as_often_as_it_says():
    random = np.random.default_rng(5)
    floor = jensen_shannon.noise_floor(200, 200, 10, 0.05)
    draws = random.multinomial(200, [0.1] * 10, size=(2, 4000))
    passed = [jensen_shannon.measure(draws[0, i], draws[1, i]) > floor for i in range(4000)]
    assert 0.02 < np.mean(passed) < 0.06
    assert jensen_shannon.noise_floor(5, 0, 10, 0.05) == math.inf
