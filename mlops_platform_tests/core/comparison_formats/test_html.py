from mlops_platform.core.comparison_formats.html import render
from mlops_platform_tests.core.comparison_formats.compared import five_runs, hostile_runs, two_runs


def test_the_page_names_verdict_runs_metrics_and_parameters():
    page = render(two_runs())
    for part in ("Promote B", "accuracy (test) ↑", "+12.5% better", "Parameters that differ", "lr"):
        assert part in page


def test_five_runs_have_five_columns_and_no_verdict():
    page = render(five_runs())
    assert page.count('<th scope="col">Change</th>') == 4
    assert "5 runs side by side" in page


def test_nothing_foreign_is_mark_up():
    page = render(hostile_runs())
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "default-src 'none'" in page


def test_the_only_link_is_the_one_to_the_store():
    assert render(two_runs()).count("<a href=") == 1
    assert '<a href="http://127.0.0.1:5000/#/compare-runs?' in render(two_runs())
    assert "<a href=" not in render(hostile_runs())
