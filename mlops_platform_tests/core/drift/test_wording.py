from mlops_platform.core.drift.result import Measure
from mlops_platform.core.drift.wording import (
    by_level,
    headline,
    listed,
    shown_level,
    shown_tests,
    verdict,
)
from mlops_platform_tests.core.drift_formats.drawn_results import (
    a_feature,
    a_full_result,
    a_result,
)


def test_features_come_by_level_and_uncounted_ones_last():
    names = [feature.name for feature in by_level(a_full_result())]
    assert (names[0], names[-2:]) == ("age", ["still", "day"])


def test_the_verdict_is_one_sentence():
    assert verdict(a_result()) == "At risk: 1 of 2 features drifted."
    assert headline(a_result()) == "drift score 0.75 of 1 · feature drift"
    assert headline(a_result(overall_drift_score=None)) == "not comparable"


def test_levels_are_words():
    shown = [shown_level(feature) for feature in a_full_result().features]
    assert shown == ["–", "high", "not counted", "high", "high"]


def test_long_lists_end_with_a_number():
    assert listed(["a", "b", "c"], 2) == "a, b and 1 more"


def test_words_are_a_column_only_where_there_are_any():
    measure = Measure(test="vocabulary", value=0.5, noise_floor=0.1, medium=0.1, high=0.2)
    assert "vocabulary" not in shown_tests(a_full_result())
    assert "vocabulary" in shown_tests(a_result(a_feature(measures=(measure,))))
