import base64
import hashlib
import re
from html.parser import HTMLParser

from mlops_platform.core.drift_formats.html import HEIGHT, MOST_DRAWN, WIDTH, bars, render
from mlops_platform_tests.core.drift_formats.drawn_results import (
    a_feature,
    a_full_result,
    a_histogram,
    a_result,
)


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.attributes = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found += [tag]
        self.attributes += [name for name, _ in attrs]


def test_the_page_runs_and_loads_nothing():
    page = render(a_full_result())
    tags = Tags(page)
    assert not {"script", "img", "link", "iframe", "a"} & set(tags.found)
    assert not [name for name in tags.attributes if name.startswith("on") or name == "style"]
    assert "default-src 'none'" in page


def test_the_style_is_allowed_by_its_hash():
    page = render(a_full_result())
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert "prefers-color-scheme: dark" in style


def test_histograms_of_both_sides_are_overlaid():
    page = render(a_result(a_feature(histogram=a_histogram())))
    assert page.count('class="was"') == page.count('rect class="now"') == 2


def test_bars_stay_in_the_drawing():
    for feature in (a_feature(histogram=a_histogram()), a_feature()):
        drawn = bars(feature)
        assert all(bar.left >= 0 and bar.left + bar.width <= WIDTH + 0.02 for bar in drawn)
        tallest = max(max(bar.reference_height, bar.current_height) for bar in drawn)
        assert tallest == HEIGHT


def test_a_feature_without_bins_has_no_drawing():
    assert bars(a_feature(bins=())) == []
    assert "<svg" not in render(a_result(a_feature(bins=())))


def test_many_features_are_drawn_up_to_a_number():
    page = render(a_result(*(a_feature(f"c{number}") for number in range(MOST_DRAWN + 3))))
    assert page.count("<svg") == MOST_DRAWN


def test_the_same_result_gives_the_same_page():
    assert render(a_full_result()) == render(a_full_result())
