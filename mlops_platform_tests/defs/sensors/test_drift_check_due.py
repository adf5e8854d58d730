import re
from datetime import UTC, datetime, timedelta

import dagster as dg
import pytest

from mlops_platform.core.catalog import BadCatalogError
from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.find_due_checks import CheckMemory
from mlops_platform_tests.core.samples import sample_report
from mlops_platform_tests.defs.drawn_platform import KEY
from mlops_platform_tests.defs.sensors.looking import Look, look

YESTERDAY = datetime.now(tz=UTC) - timedelta(days=1)
OTHER = "github.com/acme/other"
EACH_DAY = "0 6 * * *"


def cursor(*repositories: str) -> str:
    return CheckMemory(followed=dict.fromkeys(repositories, YESTERDAY)).model_dump_json()


@pytest.fixture
def look_once(platform, instance):
    def once(cursor: str | None = None) -> Look:
        return look(platform, instance, "drift_check_due", cursor)

    return once


def declare(platform, *repositories: str, schedule: str = EACH_DAY) -> None:
    platform.catalog.declared = tuple(
        CatalogEntry(repository=repository, drift_schedule=schedule) for repository in repositories
    )


def store_report(platform, text: str | None = None) -> None:
    text = text or sample_report().model_dump_json()
    platform.sections.write("readiness_report", KEY, text)


def test_it_runs_without_being_switched_on(platform):
    sensor = platform.definitions.resolve_sensor_def("drift_check_due")
    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING


def test_a_due_check_of_an_analyzed_repository_is_asked_of_monitor(platform, look_once):
    declare(platform, KEY)
    store_report(platform)
    found = look_once(cursor(KEY))
    ((job, repository, run_key),) = found.asked
    assert (job, repository) == ("monitor", KEY)
    assert re.fullmatch(rf"{KEY} at \d\d\d\d-\d\d-\d\dT06:00Z", run_key)
    assert found.registered == (KEY,)
    again = look_once(found.cursor)
    assert again.asked == again.registered == ()
    assert again.skipped.startswith(f"The next check is {KEY} at ")


@pytest.mark.parametrize("stored", [None, '{"schema_version": 0}'])
def test_a_repository_without_a_report_of_this_version_is_analyzed(platform, look_once, stored):
    declare(platform, KEY)
    if stored:
        store_report(platform, stored)
    (asked,) = look_once(cursor(KEY)).asked
    assert asked.job == "analyze"


def test_at_first_sight_nothing_is_asked(platform, look_once):
    declare(platform, KEY, OTHER)
    found = look_once()
    assert found.asked == ()
    assert set(CheckMemory.model_validate_json(found.cursor).followed) == {KEY, OTHER}


def test_without_schedules_there_is_nothing_to_do(platform, look_once):
    platform.catalog.declared = (CatalogEntry(repository=KEY),)
    assert look_once() == Look((), (), "Nothing is scheduled.", '{"followed":{}}')


def test_a_cursor_that_somebody_broke_begins_anew(platform, look_once):
    declare(platform, KEY)
    found = look_once("not ours")
    assert found.asked == ()
    assert KEY in found.cursor


def test_at_most_ten_are_asked_for_at_once(platform, look_once):
    many = [f"github.com/acme/p{number:02}" for number in range(13)]
    declare(platform, *many)
    first = look_once(cursor(*many))
    second = look_once(first.cursor)
    assert [len(first.asked), len(second.asked)] == [10, 3]
    assert {asked.repository for asked in first.asked + second.asked} == set(many)


def test_a_bad_catalog_fails_the_look_with_its_reason(platform, look_once, monkeypatch):
    def fail() -> None:
        raise BadCatalogError("repos.yaml:2: an entry needs a `url`.")

    monkeypatch.setattr(platform.catalog, "entries", fail)
    with pytest.raises(BadCatalogError, match=r"repos\.yaml:2"):
        look_once()
