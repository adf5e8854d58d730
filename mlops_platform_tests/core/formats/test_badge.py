from xml.etree import ElementTree as ET

import pytest

from mlops_platform.core.formats import badge
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.core.samples import not_ml_report, sample_report, unread_report

SVG = "{http://www.w3.org/2000/svg}"


def scored(score: float) -> ReadinessReport:
    return sample_report().model_copy(update={"readiness_score": score})


def texts(report: ReadinessReport) -> list[str]:
    return [text.text or "" for text in ET.fromstring(badge.render(report)).iter(f"{SVG}text")]


def colour(report: ReadinessReport) -> str:
    return ET.fromstring(badge.render(report)).findall(f".//{SVG}g/{SVG}rect")[1].attrib["fill"]


def test_it_says_the_score():
    assert texts(sample_report()) == ["ML readiness", "5.5 / 10"]


def test_it_has_a_name_for_those_who_cannot_see_it():
    root = ET.fromstring(badge.render(sample_report()))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == "ML readiness: 5.5 / 10"
    assert root.findtext(f"{SVG}title") == "ML readiness: 5.5 / 10"


def test_it_says_that_a_repository_is_not_ml():
    assert texts(not_ml_report())[1] == "not ML"


def test_it_says_that_nothing_is_known():
    assert texts(unread_report())[1] == "unknown"


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (10.0, badge.GREEN),
        (8.0, badge.GREEN),
        (7.96, badge.GREEN),
        (7.94, badge.OLIVE),
        (6.0, badge.OLIVE),
        (5.9, badge.AMBER),
        (4.0, badge.AMBER),
        (3.9, badge.RED),
        (0.0, badge.RED),
    ],
)
def test_the_colour_follows_the_score_that_is_shown(score: float, expected: str):
    assert colour(scored(score)) == expected


@pytest.mark.parametrize("fill", [badge.GREY, badge.RED, badge.AMBER, badge.OLIVE, badge.GREEN])
def test_white_text_is_readable_on_every_colour(fill: str):
    assert 1.05 / (luminance(fill) + 0.05) >= 4.5


def test_the_text_fits_its_box():
    root = ET.fromstring(badge.render(scored(10.0)))
    boxes = [int(r.attrib["width"]) for r in root.findall(f".//{SVG}g/{SVG}rect")]
    lengths = [int(t.attrib["textLength"]) for t in root.iter(f"{SVG}text")]
    assert int(root.attrib["width"]) == sum(boxes)
    assert all(length < box for length, box in zip(lengths, boxes, strict=True))


def luminance(colour_: str) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = [int(colour_[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
