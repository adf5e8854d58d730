"""The words that every format of a drift result shares: verdict, order, values, conventions."""

from collections.abc import Sequence

from mlops_platform.core.drift.result import (
    Classification,
    DriftResult,
    FeatureDrift,
    Health,
    Level,
    Measure,
)

HEALTH = {
    Health.HEALTHY: "Healthy",
    Health.AT_RISK: "At risk",
    Health.CRITICAL: "Critical",
}
TESTS = {
    "psi": "PSI",
    "jensen_shannon": "JS",
    "kolmogorov_smirnov": "KS",
    "missingness": "Missing",
    "vocabulary": "Words",
}
CONVENTIONS = (
    (
        "PSI: natural logarithm, tenths of the reference as bins (linear quantiles, ties merged,"
        " open ends, upper edge included), categories as bins, missing values as a bin, 0.5 added"
        " to each count. Medium from 0.10, high from 0.25."
    ),
    (
        "JS: Jensen-Shannon divergence (not its root), base 2, 0 to 1, same bins and smoothing."
        " Medium from 0.10, high from 0.20."
    ),
    (
        "KS: largest gap of the distribution functions, exact, missing values left out. Medium from"
        " 0.15, high from 0.30."
    ),
    "Missing: distance of the shares of missing values. Medium from 0.05, high from 0.20.",
    "Words: JS over the words of free texts, one a text. Medium from 0.10, high from 0.20.",
    (
        "A level counts only in a column that differs by more than 95 % of tables with so many"
        " columns would show by chance, and only above the noise floor of the measure: what two"
        " samples of these sizes from one distribution stay below in 95 % of draws."
    ),
)
_ORDER = {Level.HIGH: 0, Level.MEDIUM: 1, Level.NONE: 2}


def verdict(result: DriftResult) -> str:
    """Return the one sentence of the result."""
    return f"{HEALTH[result.health]}: {result.because}."


def headline(result: DriftResult) -> str:
    """Return score and kind in one line."""
    if result.overall_drift_score is None or result.classification is Classification.NOT_COMPARABLE:
        return "not comparable"
    kind = result.classification.value.replace("_", " ")
    return f"drift score {result.overall_drift_score:.2f} of 1 · {kind}"


def by_level(result: DriftResult) -> list[FeatureDrift]:
    """Return the features, strongest level first, counted ones first, else in their order."""
    return sorted(result.features, key=lambda each: (not each.is_counted, _ORDER[each.level]))


def measure_of(feature: FeatureDrift, test: str) -> Measure | None:
    """Return one measure of a feature, or None where it has no answer."""
    return next((each for each in feature.measures if each.test == test), None)


def shown_tests(result: DriftResult) -> dict[str, str]:
    """Return the titles of the tests to show as columns; of words only where there are any."""
    has_words = any(measure_of(feature, "vocabulary") for feature in result.features)
    return {test: title for test, title in TESTS.items() if has_words or test != "vocabulary"}


def shown_value(measure: Measure | None) -> str:
    """Return a value with three decimals; marked when it is a level that noise alone can reach."""
    if measure is None:
        return "–"
    is_noise = measure.level is Level.NONE and measure.value >= measure.medium
    return f"{measure.value:.3f}{'~' if is_noise else ''}"


def shown_level(feature: FeatureDrift) -> str:
    """Return the level in words."""
    if not feature.is_counted:
        return "not counted"
    return "–" if feature.level is Level.NONE else feature.level.value


def listed(names: Sequence[str], most: int = 10) -> str:
    """Return names as a list, the last ones as a number."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
