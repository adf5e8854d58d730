"""Dagster's own commands in real processes, against a real Git server."""

import json
from collections.abc import Iterator

import pytest

from mlops_platform.core.sections.readiness_report import ReadinessReport, ReportSections
from mlops_platform_tests.integration.analyzed_repository import (
    KEY,
    SELECT_REPORT,
    World,
    serve_example,
)

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def world(tmp_path_factory) -> Iterator[World]:
    with serve_example(tmp_path_factory.mktemp("world")) as served:
        yield served


@pytest.fixture(scope="module")
def materialized(world) -> World:
    """The README's command on a fresh instance, in the project."""
    done = world.materialize()
    assert done.returncode == 0, done.stderr
    return world


def stored_bytes(world: World) -> dict[str, bytes]:
    sections = world.home / "sections"
    return {str(p.relative_to(sections)): p.read_bytes() for p in sections.rglob("*.json")}


def stored_report(world: World) -> ReadinessReport:
    return ReadinessReport.model_validate_json(stored_bytes(world)[f"readiness_report/{KEY}.json"])


def test_materializing_a_new_partition_on_a_fresh_instance(materialized):
    report = stored_report(materialized)
    assert (report.repository, report.commit) == (KEY, materialized.commit)
    assert report.is_ml_project
    assert report.readiness_score is not None
    assert (materialized.home / "dagster/runs.db").exists()


def test_another_process_home_and_directory_gives_the_same_bytes(materialized, tmp_path):
    other = materialized.elsewhere(tmp_path / "home")
    done = other.materialize(cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(stored_bytes(other)) == len(ReportSections.model_fields) + len(["the report"])
    assert stored_bytes(other) == stored_bytes(materialized)
    # Outside the project nothing names our instance: Dagster's own one is gone, the sections stay.
    assert not (other.home / "dagster").exists()


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (f"https://{KEY}.git", f"it is not in its canonical form; write {KEY}"),
        ("github.com/acme/../../etc", "The repository address is refused"),
    ],
)
def test_a_key_that_is_not_canonical_is_refused(world, tmp_path, key, sentence):
    fresh = world.elsewhere(tmp_path / "home")
    done = fresh.materialize(key)
    assert done.returncode != 0
    assert sentence in done.stderr
    assert not (fresh.home / "sections").exists()


def test_a_repository_that_is_not_there_fails_with_its_reason(world):
    done = world.materialize("github.com/acme/absent")
    assert done.returncode != 0
    assert "UnreachableRepositoryError" in done.stderr + done.stdout


def test_dg_launches_in_the_project(world, tmp_path):
    fresh = world.elsewhere(tmp_path / "home")
    done = fresh.call("dg", "launch", "--assets", SELECT_REPORT, "--partition", KEY)
    assert done.returncode == 0, done.stderr
    assert stored_report(fresh).commit == world.commit


def test_dg_checks_and_lists_the_definitions(world):
    checked = world.call("dg", "check", "defs")
    assert checked.returncode == 0, checked.stderr
    listed = world.call("dg", "list", "defs", "--json")
    assert listed.returncode == 0, listed.stderr
    definitions = json.loads(listed.stdout)
    assert {asset["asset_key"] for asset in definitions["assets"]} >= {"project_profile"}
    assert {job["name"] for job in definitions["jobs"]} == {"analyze", "execute", "monitor"}
    sensors = {sensor["name"] for sensor in definitions["sensors"]}
    assert sensors >= {"drift_check_due", "new_commit"}
