import dagster as dg
import pytest

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.find_new_commits import CommitMemory
from mlops_platform.defs.sensors import new_commit as sensor_module
from mlops_platform_tests.core.samples import REVISION, sample_report
from mlops_platform_tests.defs.drawn_platform import KEY
from mlops_platform_tests.defs.sensors.looking import Asked, Look, look

COMMIT = REVISION.commit
GONE = "github.com/acme/gone"


def cursor(**commits: str) -> str:
    return CommitMemory(commits=commits).model_dump_json()


@pytest.fixture
def look_once(platform, instance):
    def once(cursor: str | None = None) -> Look:
        return look(platform, instance, "new_commit", cursor)

    return once


@pytest.fixture(autouse=True)
def declared(platform):
    platform.catalog.declared = (CatalogEntry(repository=GONE), CatalogEntry(repository=KEY))


def test_it_runs_without_being_switched_on(platform):
    sensor = platform.definitions.resolve_sensor_def("new_commit")
    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING


def test_a_new_commit_is_analyzed_once_and_what_is_gone_blocks_nothing(look_once):
    found = look_once(cursor(**{KEY: "0" * 40}))
    assert found.asked == (Asked(None, KEY, f"{KEY} at {COMMIT}"),)
    assert found.registered == (KEY,)
    again = look_once(found.cursor)
    assert again.asked == ()
    assert again.skipped == "No new commit in 1 of 2 repositories; the others did not answer."


def test_a_repository_that_was_never_seen_is_analyzed_unless_it_is_already(platform, look_once):
    assert [asked.repository for asked in look_once().asked] == [KEY]
    report = sample_report()
    assert (report.repository, report.commit) == (KEY, COMMIT)
    platform.sections.write("readiness_report", KEY, report.model_dump_json())
    assert look_once().asked == ()


def test_only_what_the_catalog_declares_is_looked_at(platform, look_once):
    platform.catalog.declared = ()
    found = look_once(cursor(**{KEY: "0" * 40}))
    assert found == Look(
        (), (), "The catalog declares no repository.", CommitMemory().model_dump_json()
    )
    assert platform.checkouts.asked == []


def test_looking_ends_when_its_time_is_over(platform, look_once, monkeypatch):
    monkeypatch.setattr(sensor_module, "LONGEST_LOOK_SECONDS", -1)
    assert look_once().asked == ()
    assert platform.checkouts.asked == []


def test_a_cursor_that_somebody_broke_begins_anew(look_once):
    assert [asked.repository for asked in look_once("[]").asked] == [KEY]
