import numpy as np

from mlops_platform.core.drift.counting import count
from mlops_platform.core.drift.shares import bins, histogram


def test_shares_of_a_side_are_parts_of_one():
    found = bins(("few", "many"), np.array([1, 3]), np.array([0, 0]))
    assert [each.reference_share for each in found] == [0.25, 0.75]
    assert [each.current_share for each in found] == [0, 0]


def test_a_histogram_spans_both_sides_and_rounds_its_ends():
    values = np.linspace(0, 1.23456789, 64)
    found = histogram(count(lambda: iter([values]), lambda: iter([values[:8]]), 64))
    assert (found.low, found.high) == (0.0, 1.235)
    assert sum(found.reference_shares) == 1
    assert sum(found.current_shares[:5]) == 1


def test_no_values_have_no_histogram():
    assert histogram(count(lambda: iter([]), lambda: iter([]), 0)) is None
