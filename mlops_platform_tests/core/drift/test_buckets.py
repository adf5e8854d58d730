import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mlops_platform.core.drift import buckets
from mlops_platform.core.drift.buckets import Scale, find_scale

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def chunks(*parts):
    return lambda: iter([np.asarray(part, dtype=np.float64) for part in parts])


@given(
    values=arrays(np.float64, st.integers(1, 50), elements=NUMBERS),
    ends=st.tuples(NUMBERS, NUMBERS),
    number=st.sampled_from([32, 1024, 65_536]),
)
def test_a_larger_value_never_falls_into_a_lower_bucket(values, ends, number):
    places = Scale(min(ends), max(ends), number).place(np.sort(values), number)
    assert (np.diff(places.astype(np.int64)) >= 0).all()
    assert places.max() < number


def test_a_wild_value_does_not_empty_the_buckets():
    values = np.append(np.arange(10_000.0), 1e18)
    scale = find_scale(chunks(values), chunks(), values.size, 1024, is_whole=False)
    assert (0 <= scale.low < 100, 9_900 < scale.high < 10_000) == (True, True)


def test_the_sample_is_of_all_chunks_up_to_its_bound(monkeypatch):
    monkeypatch.setattr(buckets, "MOST_SAMPLED_ROWS", 20)
    parts = [np.full(10, value) for value in (1.0, 5.0, 9.0)]
    scale = find_scale(chunks(*parts), chunks(), 30, 32, is_whole=False)
    assert (scale.low, scale.high) == (1.0, 5.0)


@given(cuts=st.lists(st.integers(0, 5_000), max_size=5), rows=st.sampled_from([100, 250_000]))
def test_the_sample_does_not_depend_on_how_a_column_is_parted(cuts, rows):
    values = np.random.default_rng(0).normal(size=5_000)
    parts = np.split(values, sorted(cuts))
    scales = [
        find_scale(chunks(*each), chunks(), rows, 1024, is_whole=False)
        for each in ([values], parts)
    ]
    assert scales[0] == scales[1]


def test_no_values_have_a_scale_too():
    assert find_scale(chunks(), chunks([]), 0, 32, is_whole=True) == Scale(0.0, 1.0, 32)


def test_narrow_whole_numbers_have_buckets_of_their_own():
    scale = find_scale(chunks([3, 7]), chunks([5]), 3, 65_536, is_whole=True)
    places, values = scale.whole_values()
    assert values.tolist() == [3, 4, 5, 6, 7]
    assert scale.place(values, scale.buckets).tolist() == places.tolist()


@pytest.mark.parametrize("ends", [(0, 70_000), (2.0**60, 2.0**60 + 4096), (-(2.0**53), 0)])
def test_wide_or_huge_whole_numbers_are_not_told_by_their_bucket(ends):
    places, values = find_scale(chunks(ends), chunks(), 2, 65_536, is_whole=True).whole_values()
    assert (places.size, values.size) == (0, 0)
