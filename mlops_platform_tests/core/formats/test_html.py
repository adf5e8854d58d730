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
from mlops_platform_tests.core.sample_words import CHANGES, MODEL
from mlops_platform_tests.core.samples import (
    interpreted_report,
    not_ml_report,
    sample_report,
    sample_sections,
    silent_report,
    unread_report,
)

REPORTS = (
    sample_report,
    not_ml_report,
    unread_report,
    interpreted_report,
    silent_report,
    hostile_report,
)
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


def test_a_models_words_are_marked_and_each_sentence_leads_to_its_findings():
    page = page_of(interpreted_report())
    groups = [e for e in page.all("div") if e.attributes.get("class") == "quotation"]
    assert [group.attributes["aria-label"] for group in groups] == [
        "Words of a language model on the whole report",
        "Words of a language model on MLOps practice",
        "Words of a language model on Retraining",
    ]
    assert page.text.count(f"In the words of a language model, {MODEL}") == 3
    cited = [e.attributes for e in page.all("a") if e.attributes.get("class") == "cite number"]
    assert (cited[1]["href"], cited[1]["aria-label"]) == (
        "#mlops_readiness.seeds_are_fixed",
        "2: Seeds are fixed: not met",
    )
    assert "the data are kept without versions.\xa02\xa03" in "".join(page.texts)
    assert "2 Seeds are fixed: not met" in page.text


def test_the_summary_comes_after_the_score_and_before_the_sections():
    text = page_of(interpreted_report()).text
    places = [
        text.index(part) for part in ("5.5", "In short", "to improve", "Compared with commit")
    ]
    assert places == sorted(places)


def test_what_stands_instead_of_a_models_word_is_shown():
    said = "The model said monitor; immediate stands, because the PSI of tenure is at least 0.25."
    assert said in page_of(interpreted_report()).text
    assert "4 lesser findings were not shown to it" in page_of(interpreted_report()).text


def test_silence_is_one_line_with_its_reason():
    text = page_of(interpreted_report()).text
    assert f"No words of {MODEL}: twice it cited findings that this section does not have." in text
    assert text.count("no answer came within 120 seconds.") == 4


def test_without_a_model_one_line_says_so():
    text = page_of(silent_report()).text
    assert text.count("language model") == 1
    assert "No language model is configured; findings and scores need none." in text
    assert "language model" not in page_of(sample_report()).text


def test_changes_lead_to_the_findings_that_changed():
    page = page_of(interpreted_report())
    assert "Score5.1 → 5.5 MLOps practice 4.2 → 6.1" in page.text.replace("Score ", "Score")
    assert "Secrets stay out of images Deployment readiness, met → not met" in page.text
    assert "#deployment_readiness.secrets_stay_out_of_images" in page.values("href")
    assert "Since the last report" not in page_of(sample_report()).text


def test_a_report_that_nothing_changed_in_says_so():
    nothing = CHANGES.model_copy(update={"scores": (), "mended": (), "broken": (), "other": ()})
    report = sample_report().model_copy(update={"changes": nothing})
    assert (
        "Compared with commit 9d0c4be21f7a: no score and no answer changed." in page_of(report).text
    )


def test_there_is_no_time_and_no_path_of_this_machine():
    page = html.render(sample_report())
    assert not re.search(r"20\d\d-\d\d-\d\d|\d\d:\d\d:\d\d", page)
    assert "/home/" not in page
    assert str(Path(__file__).parents[3]) not in page


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("colour", ["ink", "soft", "link", "ready", "mostly", "partly", "not"])
@pytest.mark.parametrize("ground", ["page", "card", "alert", "quote"])
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
