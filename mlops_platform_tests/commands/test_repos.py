import pytest

from mlops_platform.core.settings import load_settings
from mlops_platform_tests.commands.calling import call


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path))
    load_settings.cache_clear()
    yield tmp_path
    load_settings.cache_clear()


def test_repositories_are_added_once_listed_and_removed(capfd):
    added = call(capfd, "repos", "add", "https://github.com/acme/b.git", "github.com/acme/a")
    assert added.out == "github.com/acme/b  added\ngithub.com/acme/a  added\n"
    assert "was there already" in call(capfd, "repos", "add", "github.com/acme/a").out

    listed = call(capfd, "repos", "list").out
    assert listed == "github.com/acme/a  no report yet\ngithub.com/acme/b  no report yet\n"

    assert call(capfd, "repos", "remove", "github.com/acme/a").code == 0
    assert "github.com/acme/a" not in call(capfd, "repos", "list").out
    assert call(capfd, "repos", "remove", "github.com/acme/a").code == 2


def test_nothing_is_added_when_one_address_is_refused(capfd):
    assert call(capfd, "repos", "add", "github.com/acme/a", "https://x@github.com/a/b").code == 2
    assert call(capfd, "repos", "list").out == ""


def test_a_directory_cannot_be_added(capfd, tmp_path):
    code, _, err = call(capfd, "repos", "add", str(tmp_path))
    assert code == 2
    assert "mlops-platform analyze" in err


def test_sync_adds_what_the_catalog_declares_and_names_the_rest(capfd, home):
    call(capfd, "repos", "add", "github.com/acme/old")
    (home / "repos.yaml").write_text("repositories:\n- url: https://github.com/acme/new\n")
    code, out, _ = call(capfd, "repos", "sync")
    assert code == 0
    assert out == "github.com/acme/new  added\ngithub.com/acme/old  is not in the catalog\n"


def test_sync_without_a_catalog_or_with_a_bad_one_says_what_to_do(capfd, home):
    code, _, err = call(capfd, "repos", "sync")
    assert code == 2
    assert "MLOPS_PLATFORM_CATALOG" in err
    (home / "repos.yaml").write_text("repositories:\n- ref: main\n")
    code, _, err = call(capfd, "repos", "sync")
    assert code == 2
    assert "repos.yaml:2: an entry needs a `url`." in err


def test_what_the_catalog_watches_is_shown_wherever_the_repository_is(capfd, home):
    (home / "repos.yaml").write_text(
        "repositories:\n- url: github.com/acme/new\n  reference: train.csv\n"
        "  current: /srv/live.csv\n  drift_schedule: 0 6 * * *\n"
    )
    watched = "; compares /srv/live.csv with train.csv; drift checks at 0 6 * * * UTC\n"
    added = call(capfd, "repos", "add", "github.com/acme/new")
    assert added.out == f"github.com/acme/new  added{watched}"
    assert call(capfd, "repos", "list").out == f"github.com/acme/new  no report yet{watched}"
    call(capfd, "repos", "remove", "github.com/acme/new")
    assert call(capfd, "repos", "sync").out == f"github.com/acme/new  added{watched}"


def test_a_report_of_another_version_is_said_to_be_one(capfd, home):
    call(capfd, "repos", "add", "github.com/acme/old")
    stored = home / "sections/readiness_report/github.com/acme/old.json"
    stored.parent.mkdir(parents=True)
    stored.write_text('{"schema_version": 0}')
    listed = call(capfd, "repos", "list").out
    assert listed == "github.com/acme/old  a report of another version; analyze it again\n"
    code, _, err = call(capfd, "report", "github.com/acme/old")
    assert code == 2
    assert "of another version of the platform; run `mlops-platform analyze" in err
