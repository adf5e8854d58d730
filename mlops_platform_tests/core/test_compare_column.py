import itertools

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.distance import jensenshannon
from scipy.special import rel_entr
from scipy.stats import ks_2samp

from mlops_platform.core.compare_column import compare_column
from mlops_platform.core.drift.columns import Pair
from mlops_platform.core.drift.kind import Kind
from mlops_platform.core.drift.result import Level
from mlops_platform.core.measure_column import Sizes

RANDOM = np.random.default_rng(11)


def compared(reference, current, error_rate=0.05, of=None):
    first, second = (pl.Series("c", side, of, strict=False) for side in (reference, current))
    pair = Pair("c", lambda: iter([first]), lambda: iter([second]), first.dtype, second.dtype)
    return compare_column(pair, Sizes(len(first), len(second), error_rate))


def values(feature):
    return {measure.test: measure.value for measure in feature.measures}


def test_numbers_agree_with_independent_references():
    reference, current = RANDOM.normal(size=400), RANDOM.normal(0.3, 1.2, size=300)
    found = values(compared(reference, current))
    edges = [-np.inf, *np.quantile(reference, np.arange(1, 10) / 10), np.inf]
    first, second = (
        np.array([((side > low) & (side <= high)).sum() for low, high in itertools.pairwise(edges)])
        for side in (reference, current)
    )
    p, q = (first + 0.5) / (400 + 5), (second + 0.5) / (300 + 5)
    assert found["psi"] == pytest.approx(((p - q) * np.log(p / q)).sum(), abs=1e-12)
    assert found["jensen_shannon"] == pytest.approx(jensenshannon(p, q, base=2) ** 2, abs=1e-12)
    expected = ks_2samp(reference, current).statistic
    assert found["kolmogorov_smirnov"] == pytest.approx(expected, abs=1e-12)
    assert found["missingness"] == 0


HOSTILE_NUMBERS = st.one_of(
    st.none(),
    st.floats(-1e300, 1e300),
    st.integers(-3, 3).map(float),
    st.sampled_from([float("nan"), float("inf"), -float("inf"), 5e-324, -0.0, 1e300, 2.0**53]),
)
HOSTILE_COLUMNS = st.lists(HOSTILE_NUMBERS, min_size=1, max_size=60)


def known(side):
    return np.array([value for value in side if value is not None and np.isfinite(value)])


def shares_by_brute_force(reference, current):
    """Count tenths of the reference and missing values; leave out what is empty on both sides."""
    first, second = known(reference), known(current)
    edges = np.unique(np.quantile(first, np.arange(1, 10) / 10)) if first.size else np.empty(0)
    if edges.size == 1:
        edges = np.array([np.nextafter(edges[0], -np.inf), edges[0]])
    counts = [
        [((side > low) & (side <= high)).sum() for side in (first, second)]
        for low, high in itertools.pairwise([-np.inf, *edges, np.inf])
    ]
    counts.append([len(reference) - first.size, len(current) - second.size])
    sides = np.array([pair for pair in counts if sum(pair)]).T + 0.5
    return sides / sides.sum(axis=1, keepdims=True)


@settings(deadline=None, max_examples=300)
@given(HOSTILE_COLUMNS, HOSTILE_COLUMNS)
def test_hostile_numbers_agree_with_scipy_and_brute_force(reference, current):
    found = values(compared(reference, current, of=pl.Float64))
    p, q = shares_by_brute_force(reference, current)
    assert found["psi"] == pytest.approx(((p - q) * np.log(p / q)).sum(), abs=1e-12)
    middle = (p + q) / 2
    divergence = (rel_entr(p, middle).sum() + rel_entr(q, middle).sum()) / 2 / np.log(2)
    assert found["jensen_shannon"] == pytest.approx(divergence, abs=1e-12)
    first, second = known(reference), known(current)
    if not first.size or not second.size:
        assert "kolmogorov_smirnov" not in found
    else:
        expected = ks_2samp(first, second, method="asymp").statistic
        assert found["kolmogorov_smirnov"] == pytest.approx(expected, abs=1e-12)


def test_missing_values_are_a_bin_and_a_measure():
    found = compared([1.0, 2.0] * 50, [1.0, None] * 50)
    assert found.bins[-1].label == "missing"
    assert values(found)["missingness"] == 0.5
    assert found.level is Level.HIGH


def test_names_of_categories_are_never_told():
    found = compared(["hunter2"] * 50 + ["other"] * 50, ["hunter2"] * 90 + ["secret"] * 10)
    text = repr(found)
    assert found.kind is Kind.CATEGORY
    assert "hunter2" not in text
    assert "secret" not in text
    assert "does not have: 1 (10.0% of the known rows)" in text


def test_free_text_is_measured_by_its_length():
    short, long = ([f"{i:>{size}}" for i in range(200)] for size in (5, 40))
    found = compared(short, long)
    assert found.kind is Kind.TEXT
    assert found.level is Level.HIGH


def texts(words, rows, seed):
    random = np.random.default_rng(seed)
    return [f"{' '.join(random.choice(words, 8))} {random.random():.12f}" for _ in range(rows)]


TOPIC, OTHER_TOPIC = (np.array([f"{name}{n}" for n in range(40)]) for name in ("price", "taste"))


def test_other_words_of_the_same_length_are_found_and_never_told():
    found = compared(texts(TOPIC, 300, 1), texts(OTHER_TOPIC, 300, 2), 0.001)
    assert found.kind is Kind.TEXT
    measures = {measure.test: measure.level for measure in found.measures}
    assert measures["vocabulary"] is Level.HIGH
    assert "price" not in repr(found)


def test_the_same_words_in_other_texts_are_no_drift():
    alarms = sum(
        compared(texts(TOPIC, 200, 2 * seed), texts(TOPIC, 200, 2 * seed + 1)).level
        is not Level.NONE
        for seed in range(30)
    )
    assert alarms <= 4


def test_texts_that_share_no_word_have_no_vocabulary():
    names = [f"{n:x}" * 3 for n in range(10_000, 10_400)]
    assert "vocabulary" not in values(compared(names[:200], names[200:]))


def test_another_type_is_a_high_level_without_a_measure():
    found = compared([1.0, 2.0], ["a", "b"])
    assert (found.level, found.measures) == (Level.HIGH, ())
    assert "type changed: Float64 in the reference, String now" in found.notes


def test_a_few_words_among_numbers_count_as_missing():
    found = compared([float(number) for number in range(100)], ["1"] * 60 + ["unknown"] * 40)
    assert found.kind is Kind.NUMBER
    assert found.current_missing == 40


@pytest.mark.parametrize(
    ("reference", "current"),
    [
        ([5.0] * 10, [5.0] * 100_000),
        (["a"] * 10, ["a"] * 100_000),
        ([True] * 10, [True] * 100_000),
        ([None] * 10, [None] * 10),
        ([], [1.0, 2.0]),
        ([1.0, 2.0], []),
        ([], []),
        ([1.0], [2.0]),
        ([float("nan")] * 5, [float("inf")] * 5),
        ([[1], [2]], [[1], [2]]),
    ],
)
def test_columns_of_no_information_are_answered_without_alarm(reference, current):
    found = compared(reference, current)
    assert found.level is Level.NONE
    assert all(np.isfinite(measure.value) for measure in found.measures)


@pytest.mark.parametrize("values_now", [[None] * 200, [6.0] * 200, [4.0] * 200])
def test_a_constant_column_that_changes_is_high(values_now):
    assert compared([5.0] * 200, values_now).level is Level.HIGH


def test_a_level_needs_to_pass_the_noise_floor():
    few = compared([1.0, 2.0, 3.0, 4.0, 5.0], [2.0, 4.0, 6.0, 8.0, 10.0])
    assert values(few)["kolmogorov_smirnov"] >= 0.3
    assert few.level is Level.NONE


def test_time_and_row_numbers_do_not_count():
    days = pl.date_range(pl.date(2024, 1, 1), pl.date(2024, 4, 9), eager=True)
    assert not compared(days, days.dt.offset_by("400d")).is_counted
    assert not compared(list(range(100)), list(range(100, 200))).is_counted
    assert compared([3, 1, 2] * 30, [3, 1, 2] * 30).is_counted


def test_a_list_against_numbers_has_changed_its_type():
    found = compared([1.0, 2.0], [[1], [2]])
    assert (found.level, found.measures) == (Level.HIGH, ())
