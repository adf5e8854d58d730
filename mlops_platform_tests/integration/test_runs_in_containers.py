"""`execute` on a server: the run in a container of its own, the sandbox in a second one.

Its worker is killed in mid-training; so is, in the run after it, Dagster's daemon, and PostgreSQL.
"""

import json
import time
from pathlib import Path
from typing import NamedTuple

import dagster as dg
import docker
import pytest
from docker.models.containers import Container
from mlflow.tracking import MlflowClient
from playwright.sync_api import Page

from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform_tests.commands.calling import call_program
from mlops_platform_tests.integration.browsing import keep_picture, open_page, see
from mlops_platform_tests.integration.foreign_training import left_behind
from mlops_platform_tests.servers.dagster_server import DagsterServer, dagster_server
from mlops_platform_tests.servers.postgres_cluster import PostgresCluster, postgres_cluster
from mlops_platform_tests.servers.second_engine import wait_until

pytestmark = pytest.mark.integration

LOCATION = "mlops_platform.definitions"
ACKNOWLEDGED = "made before the database crashed"
SECRET = "canary-of-the-database"
RUN_SECONDS = 300
ORPHAN_SECONDS = 60
"""What is promised of containers whose run was killed."""

TRAIN = """
import json, os, time
from pathlib import Path

seen = {
    "variables": sorted(os.environ),
    "values": sorted(os.environ.values()),
    "socket": Path("/var/run/docker.sock").exists(),
}
Path("seen.json").write_text(json.dumps(seen))
print("accuracy: 0.9", flush=True)
time.sleep(10)
"""


class World(NamedTuple):
    """A Dagster with PostgreSQL, which keeps MLflow's runs too, and runs in containers."""

    home: Path
    dagster: DagsterServer
    cluster: PostgresCluster
    mlflow: str

    def run(self, run_id: str) -> dg.DagsterRun | None:
        with dg.DagsterInstance.from_config(str(self.home / "dagster")) as instance:
            return instance.get_run_by_id(run_id)

    def ended(self, run_id: str) -> dg.DagsterRun:
        """Wait until a run has ended."""
        end = time.monotonic() + RUN_SECONDS
        while time.monotonic() < end:
            run = self.run(run_id)
            if run is not None and run.is_finished:
                return run
            time.sleep(1)
        raise AssertionError((self.home / "daemon.log").read_text()[-3000:])


@pytest.fixture(scope="module")
def world(tmp_path_factory, docker_engine):
    home = tmp_path_factory.mktemp("server")
    with pytest.MonkeyPatch.context() as patched, postgres_cluster() as cluster:
        mlflow = cluster.database("mlflow")
        MlflowClient(mlflow, mlflow).create_experiment(ACKNOWLEDGED)
        variables = {
            "MLOPS_PLATFORM_HOME": str(home),
            "POSTGRES_PASSWORD": SECRET,
            "POSTGRES_HOST": "127.0.0.1",
            "MLOPS_PLATFORM_IMAGE": "python:3.11-slim",
            "MLFLOW_TRACKING_URI": mlflow,
            "MLOPS_PLATFORM_MLFLOW_LINK": "https://mlflow.example",
        }
        for name, value in variables.items():
            patched.setenv(name, value)  # whoever opens the instance needs them
        with dagster_server(home, cluster.address, variables) as dagster:
            yield World(home, dagster, cluster, mlflow)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("project")
    (folder / "train.py").write_text(TRAIN)
    return folder


class Killed(NamedTuple):
    """A run whose worker was killed, and what was still there when a minute was over."""

    run: dg.DagsterRun
    left: list[str]


@pytest.fixture(scope="module")
def killed(world, project, docker_engine):
    """Launch `execute` from the command line, and kill its worker in mid-training."""
    asked = ("execute", str(project), "--train", "python train.py", "--launch", "--server")
    launched = call_program(world.home, *asked, world.dagster.address)
    assert launched.code == 0, launched.err
    link = launched.out.removeprefix("launched: ").strip()
    assert link.startswith(f"{world.dagster.address}/runs/")
    run_id = link.rpartition("/")[2]
    _wait_for_training(docker_engine, run_id)
    _worker(docker_engine, run_id).kill()
    until = time.monotonic() + ORPHAN_SECONDS
    run = world.ended(run_id)
    while (left := _left(docker_engine, run_id)) and time.monotonic() < until:
        time.sleep(0.5)
    return Killed(run, left)


@pytest.fixture(scope="module")
def finished(world, killed, docker_engine, tmp_path_factory):
    """Launch it again from the UI; meanwhile PostgreSQL crashes, and Dagster's daemon is killed."""
    with open_page() as page:
        pictures = tmp_path_factory.mktemp("pictures")
        run_id = _launch_in_the_ui(page, world, killed.run.tags["dagster/partition"], pictures)
        _wait_for_training(docker_engine, run_id)
        world.dagster.kill_daemon()
        world.cluster.restart()
        run = world.ended(run_id)
        page.reload()  # what a page waits for from the database does not come after its crash
        see(page, "Success")
        see(page, "model_registration")
        keep_picture(page, pictures, "ended")
    yield run
    # The daemon is dead, and with it the sensor that would.
    _worker(docker_engine, run_id).remove()


def _launch_in_the_ui(page: Page, world: World, key: str, pictures: Path) -> str:
    """Launch the job for one partition, as a person does, and return the id of the run."""
    page.goto(f"{world.dagster.address}/locations/{LOCATION}/jobs/execute/playground")
    page.get_by_placeholder("Partition").click()
    page.get_by_text(key).first.click()
    page.locator(".CodeMirror").first.click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text('ops: {training_execution: {config: {train: "python train.py"}}}')
    see(page, "No errors")
    keep_picture(page, pictures, "launchpad")
    page.get_by_role("button", name="Launch Run").click()
    page.wait_for_url("**/runs/*")
    return page.url.rpartition("/")[2]


def _wait_for_training(engine: docker.DockerClient, run_id: str) -> None:
    labels = [f"mlops-platform.run={run_id}", "mlops-platform.role=train"]
    wait_until(lambda: engine.containers.list(filters={"label": labels}), "a training", RUN_SECONDS)


def _worker(engine: docker.DockerClient, run_id: str) -> Container:
    (worker,) = engine.containers.list(all=True, filters={"label": f"dagster/run_id={run_id}"})
    return worker


def _left(engine: docker.DockerClient, run_id: str) -> list[str]:
    workers = engine.containers.list(all=True, filters={"label": f"dagster/run_id={run_id}"})
    return [*left_behind(engine, run_id), *(f"worker {each.name}" for each in workers)]


def _training(world: World) -> TrainingExecution:
    (stored,) = (world.home / "sections" / "training_execution").rglob("*.json")
    return TrainingExecution.model_validate_json(stored.read_text())


def _events(world: World, run_id: str) -> list[str]:
    with dg.DagsterInstance.from_config(str(world.home / "dagster")) as instance:
        return [each.message for each in instance.all_logs(run_id)]


def test_a_run_whose_worker_is_killed_fails_with_its_cause(killed, world):
    assert killed.run.status is dg.DagsterRunStatus.FAILURE
    said = " ".join(_events(world, killed.run.run_id))
    assert '"ExitCode": 137' in said


def test_nothing_of_it_is_left_after_a_minute(killed):
    assert killed.left == []


def test_the_next_run_succeeds_whatever_happens_around_it(finished):
    assert finished.is_success


def test_what_was_acknowledged_before_the_database_crashed_is_there(finished, killed, world):
    again = world.run(killed.run.run_id)
    assert again is not None
    assert again.status is dg.DagsterRunStatus.FAILURE
    assert again.tags == killed.run.tags
    client = MlflowClient(world.mlflow, world.mlflow)
    assert client.get_experiment_by_name(ACKNOWLEDGED) is not None


def test_the_run_worker_had_a_container_of_its_own(finished, docker_engine):
    worker = _worker(docker_engine, finished.run_id)
    assert worker.id == finished.tags["docker/container_id"]
    assert worker.wait(timeout=60)["StatusCode"] == 0
    assert f"POSTGRES_PASSWORD={SECRET}" in worker.attrs["Config"]["Env"]


def test_the_sandbox_saw_neither_the_workers_environment_nor_the_socket(finished, world):
    execution = _training(world).execution
    assert execution is not None
    (kept,) = (each for each in execution.attempts[0].outcome.outputs if each.path == "seen.json")
    folder = world.home / "runs" / finished.run_id / "train" / "attempt-1"
    seen = json.loads((folder / kept.stored_as).read_text())
    assert seen["socket"] is False
    assert not [name for name in seen["variables"] if "POSTGRES" in name or "MLOPS" in name]
    assert not [value for value in seen["values"] if SECRET in value]


def test_what_it_measured_is_stored(finished, world):
    section = _training(world)
    assert section.has_succeeded
    assert section.execution.results.metrics[0].value == 0.9
    assert section.link.startswith("https://mlflow.example/#/experiments/")
    stored = MlflowClient(world.mlflow, world.mlflow).get_run(section.store_id)
    assert stored.data.metrics["accuracy"] == 0.9


def test_no_sandbox_is_left(finished, docker_engine):
    assert left_behind(docker_engine, finished.run_id) == []
