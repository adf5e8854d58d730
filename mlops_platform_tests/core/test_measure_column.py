import numpy as np
import pytest
from scipy import stats

from mlops_platform.core.drift.counting import count
from mlops_platform.core.drift.result import Level
from mlops_platform.core.drift_tests import kolmogorov_smirnov
from mlops_platform.core.measure_column import Sides, Sizes, measure_column

RATE_OF_FIFTY = 0.00103
"""What one of 50 columns may use."""


def counts(*rows):
    return np.array(rows, dtype=np.int64)


def measured(reference, current, error_rate=0.05, gone=(0, 0)):
    """Measure categories; the last bin is of missing values where any are."""
    sides = Sides(reference, current, tuple("abcdefghij"[: len(reference)]))
    sizes = Sizes(int(reference.sum()), int(current.sum()), error_rate)
    return {each.test: each for each in measure_column(sides, gone, sizes)}


def measured_numbers(reference, current, error_rate):
    counted = count(lambda: iter([reference]), lambda: iter([current]), max(len(reference), 1))
    sides = Sides(counted.reference.bins, counted.current.bins, (), counted)
    sizes = Sizes(len(reference), len(current), error_rate)
    return {each.test: each for each in measure_column(sides, (0, 0), sizes)}


def levels(found):
    return {each.level for each in found.values()}


def test_a_level_needs_a_column_that_differs_by_more_than_the_table_shows():
    reference, current = counts(60, 40), counts(45, 55)
    alone, among_fifty = (measured(reference, current, rate) for rate in (0.05, RATE_OF_FIFTY))
    assert alone["psi"].value < alone["psi"].medium
    reference, current = counts(60, 40), counts(42, 58)
    alone, among_fifty = (measured(reference, current, rate) for rate in (0.05, RATE_OF_FIFTY))
    assert alone["psi"].level is Level.MEDIUM
    assert levels(among_fifty) == {Level.NONE}


def test_a_level_needs_a_measure_above_its_own_floor_too():
    # Missing values moved for certain; the ten thin bins of the rest did not.
    reference, current = counts(*[10] * 9, 0), counts(*[7] * 9, 27)
    found = measured(reference, current, gone=(0, 27))
    assert found["missingness"].level is Level.HIGH
    random = np.random.default_rng(0)
    first, second = random.normal(size=30), random.normal(2.0, 1, size=30)
    shifted = measured_numbers(first, second, 0.05)
    assert shifted["kolmogorov_smirnov"].level is Level.HIGH
    assert shifted["missingness"].level is Level.NONE
    for each in (*found.values(), *shifted.values()):
        assert each.level is Level.NONE or each.value > each.noise_floor


def test_ranks_see_a_small_shift_that_neither_gap_nor_bins_pass():
    reference = stats.norm.ppf((np.arange(200) + 0.5) / 200)
    gap = measured_numbers(reference, reference + 0.43, RATE_OF_FIFTY)["kolmogorov_smirnov"]
    assert gap.value < kolmogorov_smirnov.noise_floor(200, 200, RATE_OF_FIFTY)
    assert gap.level is Level.MEDIUM


def test_the_gap_sees_what_moved_inside_a_bin():
    # All tenths of the reference are 5 or 6, so that 4.9 and 5 share a bin, and 5.9 and 6 do.
    reference = np.repeat([5.0, 6.0], 100)
    found = measured_numbers(reference, reference - 0.1, RATE_OF_FIFTY)
    assert found["psi"].value == 0
    assert found["kolmogorov_smirnov"].level is Level.HIGH


@pytest.mark.parametrize("sides", [((0, 0), (5, 5)), ((5, 5), (0, 0)), ((0, 0), (0, 0))])
def test_a_side_without_rows_has_no_level_and_no_floor(sides):
    found = measured(*(counts(*side) for side in sides))
    assert levels(found) == {Level.NONE}
    assert all(each.noise_floor is None for each in found.values())


@pytest.mark.parametrize("seed", range(3))
def test_half_a_deviation_is_found_among_fifty_columns_and_chance_is_not(seed):
    random = np.random.default_rng(seed)
    found = alarms = 0
    for _ in range(100):
        reference, current = random.normal(size=(2, 200))
        moved = measured_numbers(reference, current + 0.5, RATE_OF_FIFTY)
        still = measured_numbers(reference, current, RATE_OF_FIFTY)
        found += levels(moved) != {Level.NONE}
        alarms += levels(still) != {Level.NONE}
    assert found >= 88
    assert alarms <= 1
