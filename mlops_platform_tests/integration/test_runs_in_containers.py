"""`execute` on a server: the run in a container of its own, the sandbox in a second one."""

import json
import time
from pathlib import Path

import dagster as dg
import docker
import pytest

from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform_tests.commands.calling import call_program
from mlops_platform_tests.servers.dagster_server import dagster_server
from mlops_platform_tests.servers.postgres_cluster import postgres_cluster

pytestmark = pytest.mark.integration

SECRET = "canary-of-the-database"
RUN_SECONDS = 300
TRAIN = """
import json, os
from pathlib import Path

seen = {
    "variables": sorted(os.environ),
    "values": sorted(os.environ.values()),
    "socket": Path("/var/run/docker.sock").exists(),
}
Path("seen.json").write_text(json.dumps(seen))
print("accuracy: 0.9")
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory, docker_engine):
    """Give the home and the address of a Dagster with PostgreSQL and runs in containers."""
    home = tmp_path_factory.mktemp("server")
    variables = {
        "MLOPS_PLATFORM_HOME": str(home),
        "POSTGRES_PASSWORD": SECRET,
        "POSTGRES_HOST": "127.0.0.1",
        "MLOPS_PLATFORM_IMAGE": "python:3.11-slim",
        "MLFLOW_TRACKING_URI": f"sqlite:///{home}/mlflow.db",
    }
    with pytest.MonkeyPatch.context() as patched, postgres_cluster() as database:
        for name, value in variables.items():
            patched.setenv(name, value)  # whoever opens the instance needs them
        with dagster_server(home, database, variables) as address:
            yield home, address


@pytest.fixture(scope="module")
def finished(server, tmp_path_factory):
    """Launch `execute` from the command line, and give its run once it has ended."""
    home, address = server
    project = tmp_path_factory.mktemp("project")
    (project / "train.py").write_text(TRAIN)
    launched = call_program(
        home,
        *("execute", str(project), "--train", "python train.py", "--launch", "--server", address),
    )
    assert launched.code == 0, launched.err
    link = launched.out.removeprefix("launched: ").strip()
    assert link.startswith(f"{address}/runs/")
    return _ended(home, link.rpartition("/")[2])


def _ended(home: Path, run_id: str) -> dg.DagsterRun:
    end = time.monotonic() + RUN_SECONDS
    with dg.DagsterInstance.from_config(str(home / "dagster")) as instance:
        while time.monotonic() < end:
            run = instance.get_run_by_id(run_id)
            if run is not None and run.is_finished:
                return run
            time.sleep(1)
    raise AssertionError((home / "daemon.log").read_text()[-3000:])


def _training(home: Path) -> TrainingExecution:
    (stored,) = (home / "sections" / "training_execution").rglob("*.json")
    return TrainingExecution.model_validate_json(stored.read_text())


def test_the_run_worker_had_a_container_of_its_own(finished):
    assert finished.is_success
    container = docker.from_env().containers.get(finished.tags["docker/container_id"])
    assert container.wait(timeout=60)["StatusCode"] == 0
    assert f"POSTGRES_PASSWORD={SECRET}" in container.attrs["Config"]["Env"]
    container.remove()


def test_the_sandbox_saw_neither_the_workers_environment_nor_the_socket(finished, server):
    home, _ = server
    execution = _training(home).execution
    assert execution is not None
    (kept,) = (each for each in execution.attempts[0].outcome.outputs if each.path == "seen.json")
    folder = home / "runs" / finished.run_id / "train" / "attempt-1"
    seen = json.loads((folder / kept.stored_as).read_text())
    assert seen["socket"] is False
    assert not [name for name in seen["variables"] if "POSTGRES" in name or "MLOPS" in name]
    assert not [value for value in seen["values"] if SECRET in value]


def test_what_it_measured_is_stored(finished, server):
    home, _ = server
    section = _training(home)
    assert section.has_succeeded
    assert section.execution.results.metrics[0].value == 0.9
    assert section.store_id


def test_no_sandbox_is_left(finished):
    labelled = docker.from_env().containers.list(
        all=True, filters={"label": f"mlops-platform.run={finished.run_id}"}
    )
    assert labelled == []
