from collections.abc import Iterator
from pathlib import Path

import pytest

from mlops_platform.core.settings import load_settings
from mlops_platform_tests.defs.drawn_platform import Analyzed, analyze
from mlops_platform_tests.fakes.isolation import GivenFacts


@pytest.fixture(scope="session")
def analyzed() -> Analyzed:
    """Return what one analysis of the sample left behind; for tests that only look at it."""
    return analyze()


@pytest.fixture(scope="session")
def unread() -> Analyzed:
    """Return the same for a repository whose facts cannot be gathered."""
    return analyze(GivenFacts())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give every test a home of its own."""
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path / "home"))
    load_settings.cache_clear()
    yield tmp_path / "home"
    load_settings.cache_clear()
