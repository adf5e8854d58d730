"""A real browser on Dagster's UI, and what the tests look for in it."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect, sync_playwright

ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PATIENCE = 60_000
WINDOW = {"width": 1500, "height": 1600}


def free_port() -> int:
    """Return a port of loopback on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def open_page() -> Iterator[Page]:
    """Open an empty page of Chromium."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page(viewport=WINDOW)
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


def partition_of(asset: str, key: str) -> str:
    """Return the address, within the UI, of an asset's partition."""
    return f"/assets/{asset}?view=partitions&partition={quote(key, safe='')}"


def see(page: Page, text: str) -> None:
    """Wait until a text can be seen."""
    expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)


def keep_picture(page: Page, folder: Path, name: str) -> None:
    """Keep what the page shows, for whoever wants to look."""
    page.wait_for_timeout(1000)
    page.screenshot(path=folder / f"{name}.png")
