from mlops_platform.core.drift.result import Level
from mlops_platform.core.drift_formats.table import MOST_ROWS, WIDTH, render, render_coloured
from mlops_platform_tests.core.drift_formats.drawn_results import (
    a_feature,
    a_full_result,
    a_result,
)


def test_the_table_says_verdict_sides_and_features():
    text = render(a_full_result())
    assert text.startswith("At risk: 1 of 2 features drifted.\ndrift score 0.75 of 1")
    assert "reference.csv (1,000 rows) → current.csv (900 rows)" in text
    assert text.index("age ") < text.index("still")
    assert "only in the current data: new" in text


def test_only_the_coloured_table_holds_escapes_and_they_are_ours():
    assert "\x1b" not in render(a_full_result())
    assert "\x1b[1;31mage" in render_coloured(a_full_result())
    assert "\x1b[31m[x]" not in render_coloured(a_full_result())


def test_long_names_keep_the_width():
    text = render(a_result(a_feature("n" * 120)))
    assert max(len(line) for line in text.splitlines()) <= WIDTH


def test_what_chance_can_show_is_marked():
    text = render(a_result(a_feature("few", Level.NONE)))
    assert "0.500~" in text
    assert "~ as large as a level" in text


def test_many_columns_are_cut_with_a_word():
    features = [a_feature(f"c{number}") for number in range(MOST_ROWS + 5)]
    assert "and 5 more columns" in render(a_result(*features))
