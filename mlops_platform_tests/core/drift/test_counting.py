import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import ks_2samp

from mlops_platform.core.drift import counting
from mlops_platform.core.drift.counting import count
from mlops_platform.core.drift_tests import kolmogorov_smirnov

EXTREMES = st.sampled_from([0.0, -0.0, 1.0, 1e308, -1e308, 5e-324, 1e-300, 2.0**53, -7.25])
FLOATS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False), st.integers(-4, 4).map(float), EXTREMES
)
COLUMNS = arrays(np.float64, st.integers(1, 60), elements=FLOATS)


def in_chunks(values, parts):
    return lambda: iter(np.array_split(values, parts))


def gap_of(counted):
    return kolmogorov_smirnov.measure(
        counted.reference.at_or_below,
        counted.current.at_or_below,
        counted.reference.rows,
        counted.current.rows,
    )


def tenths_of(values):
    """Bins by brute force, over NumPy's own tenths."""
    with np.errstate(over="ignore", invalid="ignore"):
        edges = np.unique(np.quantile(values, counting.TENTHS))
    return edges if edges.size > 1 else np.array([np.nextafter(edges[0], -np.inf), edges[0]])


def bins_of(values, edges):
    bounds = [-np.inf, *edges, np.inf]
    return [
        sum(low < value <= high for value in values) for low, high in itertools.pairwise(bounds)
    ]


@pytest.mark.parametrize("rows", [1, counting.MOST_SORTED_ROWS + 1])
@settings(max_examples=300, deadline=None)
@given(reference=COLUMNS, current=COLUMNS, parts=st.integers(1, 3))
def test_both_ways_agree_with_brute_force(rows, reference, current, parts):
    counted = count(in_chunks(reference, parts), in_chunks(current, parts), rows)
    assert gap_of(counted) == pytest.approx(
        ks_2samp(reference, current, method="asymp").statistic, abs=1e-12
    )
    edges = tenths_of(reference)
    if np.isfinite(edges).all():
        np.testing.assert_array_equal(counted.edges, edges)
    assert counted.reference.bins.tolist() == bins_of(reference, counted.edges)
    assert counted.current.bins.tolist() == bins_of(current, counted.edges)
    assert counted.reference.bars.sum() == reference.size
    assert counted.current.bars.sum() == current.size


WHOLE = st.one_of(
    st.integers(-4, 4), st.integers(-40_000, 40_000), st.sampled_from([2**52, -(2**52), 2**60])
)
WHOLE_COLUMNS = arrays(np.int64, st.integers(1, 60), elements=WHOLE)


@settings(max_examples=300, deadline=None)
@given(reference=WHOLE_COLUMNS, current=WHOLE_COLUMNS, parts=st.integers(1, 3))
def test_whole_numbers_are_counted_alike_whether_said_or_not(reference, current, parts):
    sides = [in_chunks(side.astype(np.float64), parts) for side in (reference, current)]
    for rows in (1, counting.MOST_SORTED_ROWS + 1):
        said, unsaid = (count(*sides, rows, is_whole=is_whole) for is_whole in (True, False))
        assert gap_of(said) == pytest.approx(gap_of(unsaid), abs=1e-12)
        np.testing.assert_array_equal(said.edges, unsaid.edges)
        for one, other in ((said.reference, unsaid.reference), (said.current, unsaid.current)):
            np.testing.assert_array_equal(one.bins, other.bins)


def test_narrow_whole_numbers_are_read_once():
    random = np.random.default_rng(0)
    times = [0, 0]

    def once(side, values):
        def read():
            times[side] += 1
            return iter([values])

        return read

    sides = [random.poisson(4 + side, 200_000).astype(float) for side in (0, 1)]
    counted = count(*map(once, (0, 1), sides), 200_000, is_whole=True)
    assert gap_of(counted) == pytest.approx(ks_2samp(*sides, method="asymp").statistic, abs=1e-12)
    assert times == [2, 2]  # for the sample, and to count


SHAPES = {
    "normal": lambda random, size: random.normal(size=size),
    "heavy": lambda random, size: np.exp(5 * random.normal(size=size)),
    "ties": lambda random, size: random.poisson(3, size).astype(float),
    "one wild value": lambda random, size: np.append(random.random(size - 1), 1e18),
    "two worlds": lambda random, size: random.choice([0.0, 1e12], size) + random.random(size),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("parts", [1, 7])
def test_long_columns_agree_with_scipy_and_numpy(shape, parts):
    random = np.random.default_rng(len(shape))
    reference, current = SHAPES[shape](random, 120_000), SHAPES[shape](random, 90_000) * 1.01
    counted = count(in_chunks(reference, parts), in_chunks(current, parts), 120_000)
    expected = ks_2samp(reference, current, method="asymp").statistic
    assert gap_of(counted) == pytest.approx(expected, abs=1e-12)
    np.testing.assert_array_equal(counted.edges, tenths_of(reference))
    below = [(current <= edge).sum() for edge in counted.edges]
    np.testing.assert_array_equal(np.cumsum(counted.current.bins)[:-1], below)


def test_a_constant_reference_has_a_bin_below_and_above():
    counted = count(in_chunks(np.full(10, 5.0), 1), in_chunks(np.array([4.0, 5.0, 6.0]), 1), 10)
    assert counted.reference.bins.tolist() == [0, 10, 0]
    assert counted.current.bins.tolist() == [1, 1, 1]


def test_no_values_are_one_bin_and_no_gap():
    counted = count(lambda: iter([]), in_chunks(np.array([1.0, 2.0]), 1), 2)
    assert counted.reference.bins.tolist() == [0]
    assert counted.current.bins.tolist() == [2]
    assert gap_of(counted) is None
