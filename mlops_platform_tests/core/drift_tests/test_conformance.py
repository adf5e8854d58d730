"""Why other tools print other numbers for the same data: their conventions, reproduced.

Recorded from Evidently 0.7.23 (its stat tests `psi`, `jensenshannon` and `ks`), SciPy 1.17.1.
"""

import numpy as np
import polars as pl
import pytest
from scipy.spatial.distance import jensenshannon
from scipy.stats import ks_2samp

from mlops_platform.core.compare_column import compare_column
from mlops_platform.core.drift.columns import Pair
from mlops_platform.core.drift_tests import jensen_shannon, psi
from mlops_platform.core.measure_column import Sizes


def numbers(step, modulus, plus, rows):
    return [((row * step) % modulus) / 10 + plus for row in range(rows)]


COLUMNS = {
    "shifted": (numbers(37, 101, 0, 500), numbers(53, 97, 1, 400)),
    "equal": (numbers(37, 101, 0, 500), numbers(37, 101, 0, 500)),
    "a tenth emptied": (
        numbers(37, 100, 0, 500),
        [value for value in numbers(37, 100, 0, 500) if not 4 <= value < 5],
    ),
    "disjoint": (numbers(37, 101, 0, 500), numbers(37, 101, 20, 500)),
    "categories": (list("aaaabbbccd") * 50, list("aabbbbccdd") * 40),
    "a new category": (list("aabb") * 100, list("aabc") * 100),
}
EVIDENTLY = {
    "shifted": {"psi": 0.7508817797833022, "jensenshannon": 0.2049321391016451},
    "equal": {"psi": 0.0, "jensenshannon": 0.0},
    "a tenth emptied": {"psi": 0.0738847530330433, "jensenshannon": 0.09524913865890344},
    "disjoint": {"psi": 15.663895418632814, "jensenshannon": 0.8325546111576978},
    "categories": {"psi": 0.2367123614131617, "jensenshannon": 0.17049496200804704},
    "a new category": {"psi": 2.1285158932529735, "jensenshannon": 0.328452092654953},
}
EVIDENTLY_KS = {
    "shifted": 0.021943929144191892,
    "equal": 1.0,
    "a tenth emptied": 0.43905846715551516,
    "disjoint": 7.399507995628047e-300,
}
OURS = {
    "shifted": {"psi": 0.4677, "jensen_shannon": 0.0518, "kolmogorov_smirnov": 0.1},
    "equal": {"psi": 0.0, "jensen_shannon": 0.0, "kolmogorov_smirnov": 0.0},
    "a tenth emptied": {"psi": 0.4564, "jensen_shannon": 0.048, "kolmogorov_smirnov": 0.0556},
    "disjoint": {"psi": 6.1902, "jensen_shannon": 0.7262, "kolmogorov_smirnov": 1.0},
    "categories": {"psi": 0.2346, "jensen_shannon": 0.0416},
    "a new category": {"psi": 1.4929, "jensen_shannon": 0.1505},
}


def counted(reference, current):
    """Count as Evidently does: Sturges' equally wide bins over both sides together, or values."""
    if isinstance(reference[0], str):
        names = sorted({*reference, *current})
        return [np.array([side.count(name) for name in names]) for side in (reference, current)]
    edges = np.histogram_bin_edges(np.array([*reference, *current]), bins="sturges")
    return [np.histogram(side, edges)[0] for side in (reference, current)]


def evidently_psi(reference, current):
    """Follow its convention for empty bins: a share of 0.0001 on the empty side alone."""
    p, q = (np.where(side == 0, 0.0001, side / side.sum()) for side in counted(reference, current))
    return ((p - q) * np.log(p / q)).sum()


def ours(reference, current):
    sides = [pl.Series("c", side) for side in (reference, current)]
    pair = Pair("c", *(lambda s=s: iter([s]) for s in sides), *(side.dtype for side in sides))
    found = compare_column(pair, Sizes(len(reference), len(current), 0.05))
    return {each.test: each.value for each in found.measures if each.test != "missingness"}


@pytest.mark.parametrize("case", COLUMNS)
def test_evidentlys_psi_is_psi_over_its_bins_with_its_share_of_empty_ones(case):
    assert evidently_psi(*COLUMNS[case]) == pytest.approx(EVIDENTLY[case]["psi"], abs=1e-12)


@pytest.mark.parametrize("case", COLUMNS)
def test_evidentlys_and_scipys_jensenshannon_is_the_root_in_natural_units(case):
    distance = jensenshannon(*counted(*COLUMNS[case]))
    assert distance == pytest.approx(EVIDENTLY[case]["jensenshannon"], abs=1e-12)
    # With so many rows that half a row more is nothing, ours is its square in bits.
    many = [side * 10**12 for side in counted(*COLUMNS[case])]
    divergence = jensen_shannon.measure(*many)
    assert divergence * np.log(2) == pytest.approx(distance**2, abs=1e-9)


@pytest.mark.parametrize("case", [case for case in COLUMNS if case != "a new category"])
def test_over_the_same_bins_psi_is_the_same_but_for_half_a_row(case):
    counts = counted(*COLUMNS[case])
    if all(side.all() for side in counts):
        many = psi.measure(*(side * 10**9 for side in counts))
        assert many == pytest.approx(EVIDENTLY[case]["psi"], abs=1e-6)


@pytest.mark.parametrize("case", EVIDENTLY_KS)
def test_evidentlys_ks_is_scipys_p_value_and_ours_is_scipys_statistic(case):
    found = ks_2samp(*COLUMNS[case])
    assert found.pvalue == pytest.approx(EVIDENTLY_KS[case], rel=1e-9)
    assert ours(*COLUMNS[case])["kolmogorov_smirnov"] == pytest.approx(found.statistic, abs=1e-12)


@pytest.mark.parametrize("case", COLUMNS)
def test_ours_are_as_published(case):
    assert ours(*COLUMNS[case]) == pytest.approx(OURS[case], abs=5e-5)
