import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlops_platform.core.drift_tests import psi

PAIRS = st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 10**12)), max_size=30)


def sides(pairs):
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def by_brute_force(pairs):
    total = [math.fsum(pair[side] + 0.5 for pair in pairs) for side in (0, 1)]
    shares = [[(pair[side] + 0.5) / total[side] for side in (0, 1)] for pair in pairs]
    return math.fsum((p - q) * math.log(p / q) for p, q in shares)


@given(PAIRS)
def test_psi_is_the_sum_by_brute_force(pairs):
    assert psi.measure(*sides(pairs)) == pytest.approx(by_brute_force(pairs), abs=1e-12, rel=1e-12)


@given(PAIRS)
def test_psi_is_finite_and_the_same_both_ways(pairs):
    reference, current = sides(pairs)
    value = psi.measure(reference, current)
    assert math.isfinite(value)
    assert value >= 0
    assert value == pytest.approx(psi.measure(current, reference), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("counts", [[], [7], [0, 0], [5, 0]])
def test_equal_counts_have_no_psi(counts):
    assert psi.measure(np.array(counts, dtype=np.int64), np.array(counts, dtype=np.int64)) == 0


def test_different_bins_are_refused():
    with pytest.raises(ValueError, match="same bins"):
        psi.measure(np.array([1, 2]), np.array([1, 2, 3]))


def test_the_floor_falls_with_rows_and_rises_with_bins():
    assert psi.noise_floor(100, 100, 10, 0.01) > psi.noise_floor(1000, 1000, 10, 0.01)
    assert psi.noise_floor(100, 100, 20, 0.01) > psi.noise_floor(100, 100, 10, 0.01)
    assert psi.noise_floor(0, 100, 10, 0.01) == math.inf


def test_the_floor_is_passed_about_as_often_as_it_says():
    random = np.random.default_rng(5)
    floor = psi.noise_floor(200, 200, 10, 0.05)
    draws = random.multinomial(200, [0.1] * 10, size=(2, 4000))
    passed = [psi.measure(draws[0, i], draws[1, i]) > floor for i in range(4000)]
    assert 0.03 < np.mean(passed) < 0.06
