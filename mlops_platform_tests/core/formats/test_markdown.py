import re

from markdown_it import MarkdownIt

from mlops_platform.core.evidence import unmet
from mlops_platform.core.formats import markdown
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.summarize import summarize
from mlops_platform_tests.core.formats.hostile import PAYLOAD, hostile_report
from mlops_platform_tests.core.formats.pages import Page
from mlops_platform_tests.core.sample_claims import claim
from mlops_platform_tests.core.sample_words import MODEL
from mlops_platform_tests.core.samples import (
    interpreted_report,
    not_ml_report,
    sample_report,
    sample_sections,
    silent_report,
    unread_report,
)

GITHUB = MarkdownIt("gfm-like", {"linkify": True, "html": True})
ALLOWED = set("h1 h2 h3 p strong em a code ul ol li table thead tbody tr th td hr".split())
QUOTED = 1 + len(sample_report().sections.by_asset()) - 2
"""Words on the whole and on each section, but one that failed and one where the model is silent."""


def viewed(report: ReadinessReport) -> Page:
    return Page(GITHUB.render(markdown.render(report)))


def test_the_reader_of_these_tests_obeys_what_is_not_escaped():
    page = Page(GITHUB.render(PAYLOAD))
    assert list(page.all("script"))
    assert list(page.all("img"))


def test_hostile_text_makes_no_image_no_html_and_no_link():
    report = hostile_report()
    page = viewed(report)
    assert {element.tag for element in page.elements} <= ALLOWED | {"blockquote"}
    assert len(list(page.all("blockquote"))) == QUOTED
    home = f"https://{report.repository}"
    blob = f"{home}/blob/{report.commit}/"
    assert all(link == home or link.startswith(blob) for link in page.values("href"))
    assert page.text.count("<script>alert(1)</script>") >= 10


def test_mentions_do_not_reach_people():
    text = markdown.render(hostile_report())
    outside_code = re.sub(r"(`+).*?\1", "", text)
    assert "@everyone" in text
    assert "@everyone" not in outside_code


def test_the_head_says_score_band_coverage_and_verdict():
    text = markdown.render(sample_report())
    assert text.startswith(
        "# [github.com/acme/churn-prediction](https://github.com/acme/churn-prediction)\n\n"
        "**5.5 of 10 · partly ready** · 99 % of what was asked could be answered\n\n"
        "Partly ready: the weakest part is deployment readiness"
    )


def test_the_tables_are_whole():
    report = sample_report()
    page = viewed(report)
    sections, actions = len(report.sections.by_asset()), len(report.priority_actions)
    assert len(list(page.all("table"))) == 2
    assert len(list(page.all("tr"))) == sections + 1 + actions + 1


def test_evidence_is_linked_at_the_commit():
    report = sample_report()
    link = f"https://github.com/acme/churn-prediction/blob/{report.commit}/app/main.py#L27"
    assert link in viewed(report).values("href")


def test_a_models_words_are_quoted_with_the_rules_that_they_cite():
    text = markdown.render(interpreted_report())
    quotation = text.split("\n\n")[3]
    assert quotation.startswith(
        f"> **In the words of a language model, {MODEL}**\n>\n> The project"
    )
    assert "without versions. (`seeds_are_fixed`, `data_is_versioned`)\n" in quotation
    assert "> *What changed:* Experiments are tracked since then" in quotation
    assert "> *In plain words:* Think of a recipe" in quotation
    assert "> Overruled: The model said monitor; immediate stands, because the PSI of" in text
    assert len(list(viewed(interpreted_report()).all("blockquote"))) == 3


def test_silence_is_one_line_with_its_reason():
    text = markdown.render(interpreted_report())
    assert f"*No words of {MODEL}: twice it cited findings that this" in text
    line = "*No language model is configured; findings and scores need none.*"
    assert markdown.render(silent_report()).count(line) == 1
    assert "language model" not in markdown.render(sample_report())


def test_changes_since_the_last_report_are_listed():
    text = markdown.render(interpreted_report())
    assert "- Since commit `9d0c4be21f7a`: score 5.1 → 5.5, 1 broken, 1 mended," in text
    assert "- Broken: Secrets stay out of images (met → not met).\n" in text
    assert "Since the last report" not in markdown.render(sample_report())


def test_a_repository_that_is_not_ml_has_no_actions():
    text = markdown.render(not_ml_report())
    assert "so it is not scored" in text
    assert "Do these first" not in text
    assert "of 10" not in text
    assert "| Score |" not in text
    assert "Dependencies are pinned" in text


def test_a_failed_section_says_why():
    for failure in ("it was killed", "it was killed."):
        text = markdown.render(unread_report(failure))
        assert "could not be assessed: it was killed.\n" in text


def test_what_could_not_be_known_says_why():
    text = markdown.render(sample_report())
    (unknown,) = [
        f for f in sample_report().sections.mlops_readiness.findings if f.outcome == "unknown"
    ]
    assert f"### Could not be known (1)\n\n- {unknown.claim} *" in text


def test_the_length_is_bounded_and_the_cut_is_said():
    many = [
        claim("mlops_readiness", f"claim_{n}", unmet(f"{n} " + "x" * 380), fix="y" * 300)
        for n in range(400)
    ]
    text = markdown.render(summarize(sample_sections({"mlops_readiness": many}), {}))
    assert len(text) <= markdown.MOST_CHARACTERS
    assert text.endswith(markdown.CUT)
    assert markdown.CUT not in markdown.render(sample_report())
