from markdown_it import MarkdownIt

from mlops_platform.core.drift_formats.markdown import render
from mlops_platform_tests.core.drift_formats.drawn_results import a_full_result, a_result


def test_every_feature_is_one_row_and_drifted_ones_come_first():
    lines = [line for line in render(a_full_result()).splitlines() if line.startswith("| ")]
    assert len(lines) == 1 + 5
    assert lines[1].startswith("| age | number | high | 0.500 |")
    assert "not counted" in lines[-1]


def test_names_of_columns_are_inert():
    html = MarkdownIt().enable("table").render(render(a_full_result()))
    assert "<script" not in html
    assert "href" not in html
    assert "\x1b" not in html


def test_nothing_to_compare_has_no_table():
    text = render(a_result(overall_drift_score=None))
    assert "|---" not in text
    assert "Not comparable." in text
