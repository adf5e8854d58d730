import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.core.drift_tests import missingness


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.floats(0, 1), st.floats(0, 1))
def test_it_is_the_distance_of_two_shares(reference_rows, current_rows, first, second):
    gone = int(reference_rows * first), int(current_rows * second)
    expected = abs(gone[0] / reference_rows - gone[1] / current_rows)
    assert missingness.measure(*gone, reference_rows, current_rows) == expected
    floor = missingness.noise_floor(*gone, reference_rows, current_rows, 0.01)
    assert math.isfinite(floor)
    assert floor >= 0


def test_a_side_without_rows_has_no_value():
    assert missingness.measure(0, 0, 0, 5) is None
    assert missingness.noise_floor(0, 0, 5, 0, 0.05) == math.inf


@pytest.mark.parametrize("share", [0.02, 0.3])
def test_the_floor_is_passed_at_most_as_often_as_it_says(share):
    drawn = np.random.default_rng(1).binomial(300, share, size=(4000, 2)).tolist()
    passed = [
        missingness.measure(*pair, 300, 300) > missingness.noise_floor(*pair, 300, 300, 0.05)
        for pair in drawn
    ]
    assert np.mean(passed) < 0.06
