import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ks_2samp

from mlops_platform.core.drift_tests import kolmogorov_smirnov as ks

COLUMNS = st.lists(st.one_of(st.integers(-3, 3), st.floats(-1e6, 1e6)), min_size=1, max_size=50)


@given(COLUMNS, COLUMNS)
def test_ks_is_scipys_statistic(reference, current):
    points = np.unique([*reference, *current])
    counts = [
        np.searchsorted(np.sort(side), points, side="right").astype(np.int64)
        for side in (reference, current)
    ]
    expected = ks_2samp(reference, current, method="asymp").statistic
    assert ks.measure(*counts, len(reference), len(current)) == pytest.approx(expected, abs=1e-12)


def test_a_side_without_rows_has_no_value():
    none = np.array([], dtype=np.int64)
    assert ks.measure(none, none, 0, 10) is None
    assert ks.noise_floor(0, 10, 0.05) == math.inf


def test_different_points_are_refused():
    with pytest.raises(ValueError, match="same points"):
        ks.measure(np.array([1]), np.array([1, 2]), 1, 2)


def test_the_floor_is_smirnovs_table():
    assert ks.noise_floor(200, 200, 0.05) == pytest.approx(1.3581 * math.sqrt(2 / 200), rel=1e-4)
