import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from mlops_platform.core.render import render
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.core.formats.hostile import PAYLOAD, hostile_report
from mlops_platform_tests.core.samples import interpreted_report, sample_report

pytestmark = pytest.mark.integration
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def show(page: Page, folder: Path, report: ReadinessReport) -> list[str]:
    """Open a report from disk; return what the browser complains of, runs or asks for."""
    return show_text(page, folder, render(report, "html"))


def show_text(page: Page, folder: Path, text: str) -> list[str]:
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: seen.append(request.url))
    file = folder / "report.html"
    file.write_text(text)
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    return [event for event in seen if event != file.as_uri()]


def test_a_page_without_escape_and_policy_would_run_what_is_in_it(page: Page, tmp_path: Path):
    text = PAYLOAD.encode(errors="replace").decode()
    seen = show_text(
        page, tmp_path, f"<meta charset=utf-8><p>{text}</p><img src=http://127.0.0.1:9/x>"
    )
    assert "1" in seen
    assert "http://127.0.0.1:9/x" in seen


def test_a_hostile_report_runs_nothing_and_asks_for_nothing(page: Page, tmp_path: Path):
    assert show(page, tmp_path, hostile_report()) == []


def test_the_policy_lets_the_style_through(page: Page, tmp_path: Path):
    assert show(page, tmp_path, sample_report()) == []
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.actions li')).display") == "grid"
    )


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("report", [interpreted_report, hostile_report])
def test_no_width_needs_sideways_scrolling(page: Page, tmp_path: Path, width: int, report):
    page.set_viewport_size({"width": width, "height": 800})
    show(page, tmp_path, report())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_light_and_dark_follow_the_reader(page: Page, tmp_path: Path):
    show(page, tmp_path, sample_report())
    grounds = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(247, 247, 245)", "rgb(18, 20, 22)"]


def test_the_keyboard_reaches_the_findings_and_opens_them(page: Page, tmp_path: Path):
    show(page, tmp_path, sample_report())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    finding = page.locator("details.finding").first
    assert not finding.locator(".inside").is_visible()
    finding.locator("summary").focus()
    page.keyboard.press("Enter")
    assert finding.locator(".inside").is_visible()


def test_a_sentence_of_a_model_leads_to_its_finding(page: Page, tmp_path: Path):
    show(page, tmp_path, interpreted_report())
    page.get_by_role("link", name="2: Seeds are fixed: not met").first.click()
    target = page.locator(":target")
    assert target.get_attribute("id") == "mlops_readiness.seeds_are_fixed"
    assert target.locator("summary").is_visible()


def test_a_sentence_leads_to_a_met_finding_that_is_folded_away(page: Page, tmp_path: Path):
    show(page, tmp_path, interpreted_report())
    page.get_by_role("link", name="4: Experiments are tracked: met").first.click()
    page.wait_for_timeout(300)
    assert page.locator(":target").is_visible()


def test_print_opens_every_finding(page: Page, tmp_path: Path):
    show(page, tmp_path, sample_report())
    height = (
        "Math.min(...[...document.querySelectorAll('.inside, .plain')].map(e => e.offsetHeight))"
    )
    visible = "[...document.querySelectorAll('.inside, .plain')].every(e => e.checkVisibility())"
    assert not page.evaluate(visible)
    page.emulate_media(media="print")
    assert page.evaluate(visible)
    assert page.evaluate(height) > 0


def test_the_accessible_tree_names_score_sections_and_findings(page: Page, tmp_path: Path):
    show(page, tmp_path, interpreted_report())
    tree = page.locator("body").aria_snapshot()
    assert 'img "Readiness score 5.5 of 10, partly ready"' in tree
    assert 'navigation "Sections and their scores"' in tree
    assert 'heading "Deployment readiness" [level=2]' in tree
    assert 'group "Words of a language model on the whole report"' in tree
