"""Whether repeated runs show a difference: Welch's t test, two-sided, corrected after Holm.

Formulas: B. L. Welch, Biometrika 34 (1947); S. Holm, Scandinavian Journal of Statistics 6 (1979).
The distribution of t comes from the regularized incomplete beta function by Lentz's continued
fraction (DLMF 8.17.22), because loading SciPy for one number takes a second.
"""

import math
from collections.abc import Sequence
from statistics import fmean, variance

FEWEST = 3
"""Of two values a side, the test has hardly a degree of freedom."""
SMALLEST_SHOWN = 0.001
SMALLEST = 1e-300
PRECISION = 1e-15
MOST_STEPS = 10_000


def welch_p_value(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return the two-sided p value, None for fewer than three values on a side.

    Where neither side varies at all, runs repeat exactly, and any difference is one: 0 or 1.
    """
    if min(len(first), len(second)) < FEWEST:
        return None
    # Scaled, so that values near the largest number do not overflow when squared.
    scale = max(map(abs, (*first, *second))) or 1.0
    left, right = [x / scale for x in first], [x / scale for x in second]
    shares = [_variance(side) / len(side) for side in (left, right)]
    difference = fmean(left) - fmean(right)
    total = sum(shares)
    # Means of equal values differ in their last bits.
    if total < PRECISION**2:
        return 1.0 if abs(difference) < PRECISION * 10 else 0.0
    parts = [s * s / (len(side) - 1) for s, side in zip(shares, (left, right), strict=True)]
    freedom = total * total / sum(parts)
    squared = difference * difference / total
    return incomplete_beta(freedom / 2, 0.5, freedom / (freedom + squared))


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return the p values, corrected for being several."""
    order = sorted(range(len(p_values)), key=lambda place: p_values[place])
    corrected = [0.0] * len(p_values)
    highest = 0.0
    for rank, place in enumerate(order):
        highest = max(highest, min(1.0, p_values[place] * (len(p_values) - rank)))
        corrected[place] = highest
    return tuple(corrected)


def shown_p_value(p_value: float | None) -> str:
    """Return a p value as it is usually written; "" where nothing was tested."""
    if p_value is None:
        return ""
    return f"p < {SMALLEST_SHOWN}" if p_value < SMALLEST_SHOWN else f"p = {p_value:.3f}"


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularized incomplete beta function I_x(a, b), for a, b > 0 and x in 0–1."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    logarithm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(logarithm + a * math.log(x) + b * math.log1p(-x))
    return front * _continued_fraction(a, b, x) / a


def _continued_fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        before = value
        for term in (even, odd):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            value *= c * d
        if abs(value - before) <= PRECISION * abs(value):
            break
    return value


def _away_from_zero(number: float) -> float:
    return number if abs(number) > SMALLEST else SMALLEST


def _variance(values: Sequence[float]) -> float:
    return variance(values) if len(set(values)) > 1 else 0.0
