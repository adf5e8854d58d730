"""The platform on PostgreSQL, watching data that drifts; nobody asks it for anything."""

import contextlib
import csv
import io
import json
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

from mlops_platform.core.find_due_checks import CheckMemory
from mlops_platform.core.sections.monitoring_health import (
    MonitoringHealth,
    MonitoringHealthFacts,
)
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.retraining_recommendation import (
    RetrainingRecommendation,
    RetrainingRecommendationFacts,
)
from mlops_platform.core.urgency import Urgency
from mlops_platform_tests.integration.analyzed_repository import (
    EXAMPLE,
    KEY,
    World,
    serve_example,
)
from mlops_platform_tests.integration.browsing import keep_picture, open_page, partition_of, see
from mlops_platform_tests.servers.dagster_server import dagster_server, describe_instance
from mlops_platform_tests.servers.postgres_cluster import postgres_cluster

pytestmark = pytest.mark.integration

RUN_SECONDS = 240
LOOKS = "mlops_platform_tests.servers.quick_looks"
SENSOR = {
    "repositoryName": "__repository__",
    "repositoryLocationName": LOOKS,
    "sensorName": "drift_check_due",
}
SET_CURSOR = """mutation Set($sensor: SensorSelector!, $cursor: String) {
    setSensorCursor(sensorSelector: $sensor, cursor: $cursor) { __typename }
}"""
RUNS = """{ runsOrError { ... on Runs { results {
    jobName status startTime tags { key value }
} } } }"""

T = TypeVar("T")


class Run(NamedTuple):
    """A run as Dagster knows it; `key` is what makes asking twice asking once."""

    job: str
    status: str
    started_at: float
    repository: str
    due: str
    key: str


class Watched(NamedTuple):
    """A running platform; `replaced_at` is when the live data was replaced by drifted data."""

    world: World
    address: str
    replaced_at: float

    def runs(self) -> list[Run]:
        """Return all runs, the latest first."""
        return [_run(result) for result in self._ask(RUNS)["runsOrError"]["results"]]

    def stand_still(self) -> None:
        """Let the sensor have looked two minutes ago, as after a standstill."""
        before = datetime.now(tz=UTC) - timedelta(minutes=2)
        cursor = CheckMemory(followed={KEY: before}).model_dump_json()
        answer = self._ask(SET_CURSOR, sensor=SENSOR, cursor=cursor)
        assert answer == {"setSensorCursor": {"__typename": "Sensor"}}

    def _ask(self, query: str, **variables: object) -> dict:
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(
            f"{self.address}/graphql", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["data"]

    def section(self, asset: str) -> str:
        """Return the stored text of a section."""
        return (self.world.home / f"sections/{asset}/{KEY}.json").read_text()

    def health(self) -> MonitoringHealthFacts:
        """Return what the last check observed."""
        facts = MonitoringHealth.model_validate_json(self.section("monitoring_health")).facts
        assert facts is not None
        return facts

    def recommended(self) -> RetrainingRecommendationFacts:
        """Return what the last check recommends."""
        text = self.section("retraining_recommendation")
        facts = RetrainingRecommendation.model_validate_json(text).facts
        assert facts is not None
        return facts


def _run(result: dict) -> Run:
    tags = {tag["key"]: tag["value"] for tag in result["tags"]}
    names = ("dagster/partition", "mlops/due", "dagster/run_key")
    started = result["startTime"] or 0.0
    return Run(
        result["jobName"], result["status"], started, *(tags.get(name, "") for name in names)
    )


def wait_for(what: Callable[[], T | None], seconds: float, log: Path) -> T:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            if (found := what()) is not None:
                return found
        time.sleep(1)
    pytest.fail(f"nothing came within {seconds} seconds; {log.name}: {log.read_text()[-2000:]}")


def drifted(text: str) -> str:
    """Let every customer pay half as much again, as after a new price list."""
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        row["monthly_charge"] = f"{float(row['monthly_charge']) * 1.5:.2f}"
    written = io.StringIO()
    table = csv.DictWriter(written, rows[0].keys(), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()


def declare(world: World, live: Path) -> None:
    world.home.mkdir(parents=True)
    (world.home / "repos.yaml").write_text(
        f"repositories:\n  - url: https://{KEY}\n    reference: data/customers.csv\n"
        f"    current: {live}\n    target: churned\n    drift_schedule: '* * * * *'\n"
    )


@pytest.fixture(scope="module")
def watched(tmp_path_factory) -> Iterator[Watched]:
    folder = tmp_path_factory.mktemp("world")
    with serve_example(folder) as world, postgres_cluster() as cluster:
        world.environment.update(POSTGRES_HOST="127.0.0.1", POSTGRES_PASSWORD="no secret")
        live = folder / "live.csv"
        live.write_text((EXAMPLE / "data/customers.csv").read_text())
        declare(world, live)
        server = (world.home, cluster.address, world.environment)
        describe_instance(*server)
        done = world.call("mlops-platform", "analyze", f"https://{KEY}", "--format", "json")
        assert done.returncode == 0, done.stderr
        with dagster_server(*server, LOOKS) as dagster:
            before = Watched(world, dagster.address, 0.0)
            assert before.health().drift.features_drifted == 0
            assert before.recommended().urgency is not Urgency.IMMEDIATE
            live.write_text(drifted(live.read_text()))
            yield before._replace(replaced_at=time.time())


def ended(watched: Watched, count: int) -> list[Run]:
    """Return the runs, once so many checks have ended that began after the data was replaced."""

    def so_many_have_ended() -> list[Run] | None:
        runs = watched.runs()
        after = [run for run in runs if run.started_at > watched.replaced_at]
        over = [run for run in after if run.status in ("SUCCESS", "FAILURE")]
        return runs if len(over) >= count else None

    return wait_for(so_many_have_ended, RUN_SECONDS, watched.world.home / "daemon.log")


@pytest.fixture(scope="module")
def checked(watched) -> list[Run]:
    """The runs after a standstill: what was due meanwhile is asked for, once."""
    watched.stand_still()
    runs = ended(watched, 1)
    # Whatever was asked for already is due again by this.
    watched.stand_still()
    return runs


def test_the_drift_is_found(watched, checked):
    observed = watched.health().drift
    assert observed.current_rows == observed.reference_rows == 2000
    drifted = [feature.name for feature in observed.features if feature.level != "none"]
    assert drifted == ["monthly_charge"]


def test_retraining_is_recommended_at_once_because_of_it(watched, checked):
    recommended = watched.recommended()
    assert recommended.urgency is Urgency.IMMEDIATE
    reasons = " ".join(trigger.because for trigger in recommended.triggers)
    assert "monthly_charge" in reasons


def test_the_report_says_so_too(watched, checked):
    done = watched.world.call("mlops-platform", "report", KEY, "--format", "json")
    report = ReadinessReport.model_validate_json(done.stdout)
    assert report.sections.monitoring_health.facts == watched.health()
    assert report.sections.retraining_recommendation.facts == watched.recommended()


def test_the_ui_shows_what_was_asked_and_why(watched, checked, tmp_path):
    with open_page() as page:
        page.goto(watched.address + partition_of("monitoring_health", KEY))
        see(page, "monthly_charge")
        keep_picture(page, tmp_path, "monitoring_health")
        page.goto(watched.address + partition_of("retraining_recommendation", KEY))
        see(page, "immediate")
        see(page, "monthly_charge")
        keep_picture(page, tmp_path, "retraining_recommendation")
        page.goto(f"{watched.address}/runs?q[0]=tag%3Adagster%2Fsensor_name%3Ddrift_check_due")
        see(page, "drift_check_due")
        keep_picture(page, tmp_path, "runs")


def test_the_checks_come_by_themselves_each_due_time_once(watched, checked):
    *asked, ours = ended(watched, 2)
    assert (ours.job, ours.key) == ("analyze", "")
    assert {(run.job, run.repository) for run in asked} == {("monitor", KEY)}
    assert "FAILURE" not in {run.status for run in asked}
    assert len({run.key for run in asked}) == len({run.due for run in asked}) == len(asked)
