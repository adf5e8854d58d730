"""Dagster's own UI on an analyzed repository, as a person sees it."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.integration.analyzed_repository import KEY, World, serve_example
from mlops_platform_tests.integration.browsing import (
    PATIENCE,
    WINDOW,
    free_port,
    keep_picture,
    open_page,
    partition_of,
    see,
)

pytestmark = pytest.mark.integration
ASSETS = (
    "project_profile",
    "dataset_health",
    "training_assessment",
    "evaluation_assessment",
    "mlops_readiness",
    "deployment_readiness",
    "monitoring_health",
    "retraining_recommendation",
    "readiness_report",
    "portfolio_overview",
)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5).close()
            return
        time.sleep(0.5)
    pytest.fail(f"the web server did not answer: {log.read_text()[-2000:]}")


@contextlib.contextmanager
def webserver(world: World) -> Iterator[str]:
    """Serve the embedded instance, in a process group that ends with the test."""
    program = str(Path(sys.executable).with_name("dagster-webserver"))
    port, log = free_port(), world.home / "webserver.log"
    place = ("-h", "127.0.0.1", "-p", str(port), "-m", "mlops_platform.definitions")
    environment = world.environment | {"DAGSTER_HOME": str(world.home / "dagster")}
    with log.open("wb") as output:
        server = subprocess.Popen(
            [program, *place],
            env=environment,
            cwd=world.home,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/server_info", server, log)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> Iterator[World]:
    with serve_example(tmp_path_factory.mktemp("world")) as served:
        done = served.call("mlops-platform", "analyze", KEY, "--format", "json")
        assert done.returncode == 0, done.stderr
        yield served


@pytest.fixture(scope="module")
def report(world) -> ReadinessReport:
    text = (world.home / f"sections/readiness_report/{KEY}.json").read_text()
    return ReadinessReport.model_validate_json(text)


@pytest.fixture(scope="module")
def ui(world) -> Iterator[str]:
    with webserver(world) as address:
        yield address


@pytest.fixture(scope="module")
def page(ui) -> Iterator[Page]:
    with open_page() as opened:
        yield opened


def test_the_lineage_shows_every_asset_and_how_many_checks_passed(page, ui, tmp_path):
    # In a narrower window the whole graph is drawn so small that names are cut.
    page.set_viewport_size({"width": 3600, "height": 2000})
    page.goto(f"{ui}/assets/readiness_report?view=lineage")
    for asset in ASSETS:
        see(page, asset)
    page.wait_for_function(
        "() => (document.body.innerText.match(/\\d+ ?\\/ ?\\d+ Passed/g) || []).length >= 3",
        timeout=PATIENCE,
    )
    keep_picture(page, tmp_path, "lineage")
    page.set_viewport_size(WINDOW)


def test_the_page_of_the_partition_shows_the_report(page, ui, report, tmp_path):
    page.goto(ui + partition_of("readiness_report", KEY))
    for text in (report.verdict, report.commit, "MLOps practice", "Deployment readiness"):
        see(page, text)
    see(page, report.priority_actions[0].fix[:40])
    keep_picture(page, tmp_path, "partition")
    page.get_by_text("[Show Markdown]").first.click()
    see(page, "What it is made of")
    keep_picture(page, tmp_path, "report")
    page.keyboard.press("Escape")


def test_the_page_of_a_section_shows_its_findings(page, ui, report, tmp_path):
    page.goto(ui + partition_of("mlops_readiness", KEY))
    see(page, "findings")
    for finding in report.sections.mlops_readiness.findings[:3]:
        see(page, finding.claim)
    keep_picture(page, tmp_path, "section")


def test_a_check_says_claim_fix_outcome_and_partition(page, ui, report, tmp_path):
    finding = next(f for f in report.sections.mlops_readiness.findings if f.outcome == "unmet")
    page.goto(f"{ui}/assets/mlops_readiness?view=checks&checkDetail={finding.rule}")
    for text in (finding.claim, "Why:", "Fix:", "not met", KEY):
        see(page, text)
    keep_picture(page, tmp_path, "check")


def test_the_portfolio_leads_to_the_partition(page, ui, tmp_path):
    page.goto(f"{ui}/assets/portfolio_overview?view=overview")
    see(page, "First action")
    keep_picture(page, tmp_path, "portfolio")
    page.get_by_role("link", name=KEY).first.click()
    see(page, "readiness_score")
    assert quote(KEY, safe="") in page.url


def test_the_ui_asks_nothing_of_the_internet(page, ui):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ui + partition_of("project_profile", KEY))
    see(page, "what_it_is_made_of")
    assert asked
    assert [url for url in asked if not url.startswith((ui, "data:", "blob:"))] == []
