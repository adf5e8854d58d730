"""Concept drift: how far the relation of features and target moved, where both sides have labels.

One regression of the target on the same terms is fitted to the reference (f) and one to the current
rows (g). The measure is what keeping f costs on the current side, in points of R²:

    D = mean of (f(x) − g(x))² / variance of the current target.

A bent relation seen through straight terms would seem to change where the features move. So both
sides are weighed to the rows where they overlap (Li, Morgan and Zaslavsky 2018): a reference row by
the probability that a row like it is current, a current row by that of the reference. Both fits are
then of one population, and D is 0 while the relation stands, whatever the features do.

Chow (1960) compares two regressions so; what chance alone gives is a quadratic form of the
difference of coefficients, whose covariance is White's (1980, HC3), so that neither unequal spread
nor a target of classes misleads it. Its mean is taken off the measure, its quantile (Satterthwaite
1946) is the noise floor. Classes are fitted as shares (one column each), numbers as they are.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlops_platform.core.drift.chance import normal_quantile
from mlops_platform.core.drift.terms import LabelledRows

HARDLY_OVERLAP = "the features of both sides hardly overlap"
"""Why no relation is told where one side has hardly a row near those of the other."""

MEDIUM, HIGH = 0.05, 0.10
"""The metric declines that are medium and high."""

ERROR_RATE = 0.01
"""Of a table: the relation is one question beside the drift of its columns, and a costly answer."""

FEWEST_EFFECTIVE = 30.0
"""Rows of one side where the other is too; fewer tell nothing of the relation there."""

PENALTY = 1.0
MOST_STEPS, LONGEST_STEP, SMALL_STEP = 30, 4.0, 1e-8
FEWEST_FREE = 0.1
TINY = 1e-12

Matrix = NDArray[np.float64]
Values = NDArray[np.float64]


class Relation(NamedTuple):
    """The measure without what chance gives on average, and its floor likewise.

    `overlap` is the share of rows (0–1, of the worse side) that lie where the other side is too.
    """

    value: float
    noise_floor: float
    terms: int
    overlap: float


class _Fit(NamedTuple):
    coefficients: Matrix
    # Of the coefficients: one square matrix for each pair of target columns.
    covariances: Matrix


def measure_relation(reference: LabelledRows, current: LabelledRows) -> Relation | str:
    """Compare the relation in both, or say why it cannot be.

    Shapes: terms (rows, terms) with a leading column of ones, targets (rows, columns).
    """
    weights = overlap(reference.terms, current.terms)
    if min(_effective(side) for side in weights) < FEWEST_EFFECTIVE:
        return HARDLY_OVERLAP
    share = weights[1] / weights[1].sum()
    spread = float(_variance(current.targets, share).sum())
    if spread <= TINY:
        return "the current target does not vary"
    first, second = (
        _fit(rows, side) for rows, side in zip((reference, current), weights, strict=True)
    )
    moments = (current.terms * share[:, None]).T @ current.terms
    difference = first.coefficients - second.coefficients
    cost = float(np.einsum("ik,ik->", difference, moments @ difference))
    mean, variance = _chance(moments, first.covariances + second.covariances)
    return Relation(
        value=round(max(0.0, cost - mean) / spread, 6),
        noise_floor=round(max(0.0, _quantile(mean, variance) - mean) / spread, 6),
        terms=current.terms.shape[1] - 1,
        overlap=round(min(1.0, 2 * min(float(side.mean()) for side in weights)), 6),
    )


def overlap(reference: Matrix, current: Matrix) -> tuple[Values, Values]:
    """Return the weights of both sides' rows: how much each lies where the other side is too.

    The probability that a row is current comes from a penalised logistic regression on the terms,
    fitted by Newton's method with both sides counting alike.
    """
    rows = np.vstack([reference, current])
    is_current = np.repeat([0.0, 1.0], [len(reference), len(current)])
    side = np.repeat([0.5 / len(reference), 0.5 / len(current)], [len(reference), len(current)])
    side *= len(rows)
    penalty = np.eye(rows.shape[1]) * PENALTY
    penalty[0, 0] = 1e-9
    coefficients = np.zeros(rows.shape[1])
    for _ in range(MOST_STEPS):
        chance = _logistic(rows @ coefficients)
        slope = rows.T @ (side * (is_current - chance)) - penalty @ coefficients
        bend = (rows * (side * np.maximum(chance * (1 - chance), 1e-6))[:, None]).T @ rows
        step = np.linalg.solve(bend + penalty, slope)
        coefficients += step * min(1.0, LONGEST_STEP / max(float(np.abs(step).max()), 1e-12))
        if float(np.abs(step).max()) < SMALL_STEP:
            break
    return _logistic(reference @ coefficients), _logistic(-(current @ coefficients))


def _logistic(values: Values) -> Values:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -30, 30))), dtype=np.float64)


def _effective(weights: Values) -> float:
    """Return how many evenly weighed rows say as much (Kish 1965), at most those that overlap.

    Where both sides are alike every weight is a half.
    """
    total = float(weights.sum())
    return min(total**2 / max(float((weights**2).sum()), 1e-300), 2 * total)


def _variance(targets: Matrix, share: Values) -> Values:
    middle = share @ targets
    return np.asarray(share @ (targets - middle) ** 2, dtype=np.float64)


def _fit(rows: LabelledRows, weights: Values) -> _Fit:
    weighed = rows.terms * weights[:, None]
    inverse = np.linalg.pinv(rows.terms.T @ weighed, rcond=1e-10, hermitian=True)
    coefficients = inverse @ (weighed.T @ rows.targets)
    influence = weighed @ inverse
    leverage = (influence * rows.terms).sum(axis=1)
    residuals = rows.targets - rows.terms @ coefficients
    residuals = residuals / np.maximum(1 - leverage, FEWEST_FREE)[:, None]
    columns = range(rows.targets.shape[1])
    covariances = [
        [
            influence.T @ (influence * (residuals[:, one] * residuals[:, other])[:, None])
            for other in columns
        ]
        for one in columns
    ]
    return _Fit(coefficients, np.array(covariances))


def _chance(moments: Matrix, covariances: Matrix) -> tuple[float, float]:
    """Return mean and variance of the quadratic form that chance alone gives."""
    shaped = moments @ covariances
    mean = sum(float(np.trace(shaped[n, n])) for n in range(len(shaped)))
    variance = 2 * float(np.einsum("abij,baji->", shaped, shaped))
    return mean, variance


def _quantile(mean: float, variance: float) -> float:
    """Return the value that a scaled chi-square of this mean and variance seldom passes."""
    if mean <= 0 or variance <= 0:
        return max(mean, 0.0)
    freedom = 2 * mean**2 / variance
    if freedom < 1:
        return mean * normal_quantile(ERROR_RATE / 2) ** 2
    part = 2 / (9 * freedom)
    return mean * (1 - part + normal_quantile(ERROR_RATE) * math.sqrt(part)) ** 3
