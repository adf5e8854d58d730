import pytest
from upath import UPath

from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.commands.report import report
from mlops_platform.core.formats import json as json_format
from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.settings import load_settings
from mlops_platform_tests.commands.calling import call
from mlops_platform_tests.core.samples import sample_report


@pytest.fixture
def stored(tmp_path, monkeypatch):
    """Store a report as the section IO manager does, in a home of its own."""
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path))
    load_settings.cache_clear()
    wanted = sample_report()
    text = canonical_json(wanted.model_dump(mode="json"))
    UPathSections(UPath(tmp_path / "sections")).write("readiness_report", wanted.repository, text)
    yield wanted
    load_settings.cache_clear()


def test_the_stored_report_is_shown_under_any_spelling_of_its_address(capfd, stored):
    assert report.name == "report"
    url = f"https://{stored.repository}.git"
    called = call(capfd, "report", url, "--format", "json")
    assert called == (0, json_format.render(stored), "")


def test_the_default_is_a_summary_for_the_terminal(capfd, stored):
    out = call(capfd, "report", stored.repository).out
    assert stored.repository in out
    assert not out.startswith("{")


def test_a_repository_without_a_report_is_told_what_to_do(capfd, stored):
    code, out, err = call(capfd, "report", "github.com/acme/other")
    assert (code, out) == (2, "")
    assert "run `mlops-platform analyze github.com/acme/other` first" in err
