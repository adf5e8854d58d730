import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import special, stats

from mlops_platform.core.comparing.significance import holm, incomplete_beta, welch_p_value

values = st.lists(st.integers(-(10**6), 10**6).map(lambda n: n / 1000), min_size=3, max_size=12)


@given(values, values)
def test_it_is_the_test_of_scipy(first, second):
    assume(len(set(first)) > 1 and len(set(second)) > 1)
    expected = stats.ttest_ind(first, second, equal_var=False).pvalue
    assert welch_p_value(first, second) == pytest.approx(expected, rel=1e-6, abs=1e-12)


@given(st.floats(0.5, 500), st.floats(0.5, 500), st.floats(0, 1))
def test_the_incomplete_beta_function_is_scipys(a, b, x):
    assert incomplete_beta(a, b, x) == pytest.approx(special.betainc(a, b, x), rel=1e-9, abs=1e-14)


def test_runs_that_repeat_exactly_show_every_difference():
    assert welch_p_value([0.9] * 3, [0.9] * 3) == 1.0
    assert welch_p_value([0.9] * 3, [0.91] * 3) == 0.0
    assert welch_p_value([0.0] * 3, [0.0] * 3) == 1.0
    assert welch_p_value([0.1 + 0.2] * 3, [0.3] * 3) == 1.0


def test_two_values_are_too_few():
    assert welch_p_value([1.0, 2.0], [1.0, 2.0, 3.0]) is None


def test_large_and_small_values_do_not_overflow():
    for scale in (1e300, 1e-300):
        first, second = [scale, 1.1 * scale, 0.9 * scale], [2 * scale, 2.1 * scale, 1.9 * scale]
        assert welch_p_value(first, second) == pytest.approx(
            welch_p_value([1, 1.1, 0.9], [2, 2.1, 1.9])
        )


def test_holm_corrects_for_being_several():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([0.5, 0.9]) == (1.0, 1.0)
    assert holm([]) == ()


def test_chance_alone_is_seldom_called_a_difference():
    draw = random.Random(7)
    alarms = sum(
        welch_p_value(
            [draw.gauss(0.9, 0.01) for _ in range(3)], [draw.gauss(0.9, 0.01) for _ in range(3)]
        )
        < 0.05
        for _ in range(2000)
    )
    assert alarms / 2000 <= 0.05
