import hashlib
import re
from base64 import b64encode
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from mlops_platform.core.evidence import met
from mlops_platform.core.formats import html
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.summarize import summarize
from mlops_platform_tests.core.formats.hostile import PAYLOAD, hostile_report
from mlops_platform_tests.core.formats.pages import Page
from mlops_platform_tests.core.sample_claims import CLAIMS, claim
from mlops_platform_tests.core.samples import (
    not_ml_report,
    sample_report,
    sample_sections,
    unread_report,
)

REPORTS = (sample_report, not_ml_report, unread_report, hostile_report)
ALLOWED = set(
    "html head meta title style body a div header main nav section footer h1 h2 h3 p span b small"
    " code ul ol li dl dt dd details summary table caption tbody tr th td"
    " svg circle rect text".split()
)
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def page_of(report: ReadinessReport) -> Page:
    return Page(html.render(report))


def test_the_parser_of_these_tests_sees_what_is_not_escaped():
    page = Page(f"<p title={PAYLOAD}>{PAYLOAD}</p>")
    assert list(page.all("script"))
    assert page.values("onmouseover") or page.values("onload") or list(page.all("svg"))
    assert HIDDEN.search(PAYLOAD)


@pytest.mark.parametrize("report", REPORTS)
def test_only_known_elements_and_no_handlers_or_inline_styles(report):
    page = page_of(report())
    assert {element.tag for element in page.elements} <= ALLOWED
    names = {name for element in page.elements for name in element.attributes}
    assert not [name for name in names if name.startswith("on")]
    assert not names & {"style", "src", "srcset", "action", "formaction", "srcdoc", "xlink:href"}


@pytest.mark.parametrize("report", REPORTS)
def test_links_lead_into_the_page_or_to_the_commit_on_its_host(report):
    given = report()
    home = f"https://{given.repository}"
    for link in page_of(given).values("href"):
        assert link.startswith(("#", f"{home}/blob/{given.commit}/")) or link == home


def test_hostile_text_is_shown_as_text():
    page = page_of(hostile_report())
    assert page.text.count("<script>alert(1)</script>") >= 10
    assert "{{ 7 * 7 }}" in page.text
    assert not HIDDEN.search(html.render(hostile_report()))
    html.render(hostile_report()).encode()


@pytest.mark.parametrize("report", REPORTS)
def test_the_policy_allows_the_style_by_its_hash_and_nothing_else(report):
    page = page_of(report())
    (policy,) = [e.attributes["content"] for e in page.all("meta") if "http-equiv" in e.attributes]
    (style,) = re.findall(r"<style>(.*?)</style>", html.render(report()), re.DOTALL)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("report", REPORTS)
def test_ids_are_unique_and_every_inner_link_has_its_target(report):
    page = page_of(report())
    ids = Counter(page.values("id"))
    assert not [name for name, times in ids.items() if times > 1]
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)


@pytest.mark.parametrize("report", REPORTS)
def test_headings_go_down_one_step_at_a_time(report):
    levels = [int(element.tag[1]) for element in page_of(report()).all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_page_has_landmarks_a_language_and_a_way_past_the_head():
    page = page_of(sample_report())
    assert {"header", "main", "nav", "footer"} <= {element.tag for element in page.elements}
    assert next(page.all("html")).attributes["lang"] == "en"
    assert next(page.all("a")).attributes["class"] == "skip"
    ring = next(e for e in page.all("svg") if e.attributes.get("role") == "img")
    assert ring.attributes["aria-label"] == "Readiness score 5.5 of 10, partly ready"


def test_caps_come_before_actions_and_actions_before_sections():
    text = page_of(sample_report()).text
    order = [
        "5.5",
        "What holds the score",
        "Do these first",
        "What it is made of",
        "Data is versioned",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "No total score above 6.0: a password is written into the image." in text


def test_an_action_states_its_points_and_its_effort():
    text = page_of(sample_report()).text
    assert "Add a USER instruction after the packages are installed." in text
    assert "+0.37minutes" in text.replace(" ", "")


def test_a_finding_opens_to_its_evidence_at_the_commit():
    report = sample_report()
    link = f"https://github.com/acme/churn-prediction/blob/{report.commit}/app/main.py#L27"
    assert link in page_of(report).values("href")
    assert len(list(page_of(report).all("details"))) > 12


def test_the_exact_training_command_is_shown():
    assert "python -m src.train --data data/churn.csv --epochs 20" in page_of(sample_report()).text


def test_a_repository_that_is_not_ml_gets_no_number_and_no_actions():
    text = page_of(not_ml_report()).text
    assert "Not a machine-learning project, so it is not scored" in text
    assert "not scored" in text
    assert "Do these first" not in text
    assert "of 10" not in text
    assert "Dependencies are pinned" in text


def test_a_failed_section_says_why():
    report = unread_report("it was killed")
    said = page_of(report).text.count("This section could not be assessed: it was killed.")
    assert said == len(report.sections.by_asset())


def test_a_report_with_nothing_open_says_so():
    perfect = {a: [claim(a, c.rule.name, met()) for c in claims] for a, claims in CLAIMS.items()}
    text = page_of(summarize(sample_sections(perfect), {})).text
    assert "Nothing is open: every claim that could be answered is met." in text
    assert "What holds the score" not in text


def test_there_is_no_time_and_no_path_of_this_machine():
    page = html.render(sample_report())
    assert not re.search(r"20\d\d-\d\d-\d\d|\d\d:\d\d:\d\d", page)
    assert "/home/" not in page
    assert str(Path(__file__).parents[3]) not in page


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("colour", ["ink", "soft", "link", "ready", "mostly", "partly", "not"])
@pytest.mark.parametrize("ground", ["page", "card", "alert"])
def test_text_has_contrast_aa(scheme: int, colour: str, ground: str):
    style = next(iter(re.findall(r"<style>(.*?)</style>", html.render(sample_report()), re.DOTALL)))
    palette = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", palette))
    lighter, darker = sorted((luminance(colours[colour]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
