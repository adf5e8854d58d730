"""`docker/engine.sh` and `docker/base-image.sh`, which bring up what the tests need."""

import os
import subprocess
from pathlib import Path

import pytest

from mlops_platform_tests.conftest import BASE_IMAGE
from mlops_platform_tests.servers.second_engine import second_engine

pytestmark = pytest.mark.integration

FOLDER = Path(__file__).parents[2] / "docker"


def call(script, *arguments, **environment):
    return subprocess.run(
        [FOLDER / script, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_an_engine_is_started_where_none_answers_and_stopped(tmp_path):
    with second_engine(tmp_path) as engine:
        assert engine.client().info()["DockerRootDir"] == str(tmp_path)
        assert engine.is_running()
        engine.stop()
        assert not engine.is_running()
        assert not (engine.folder / "state" / "dockerd.pid").exists()
        engine.start()
        assert engine.is_running()


def test_an_engine_that_answers_is_left_alone(docker_engine, tmp_path):
    before = docker_engine.info()["ID"]
    for verb in ("start", "stop"):
        done = call("engine.sh", verb, str(tmp_path / "state"))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "state").exists()
    assert docker_engine.info()["ID"] == before


def test_somebody_elses_process_is_never_stopped(tmp_path):
    (tmp_path / "dockerd.pid").write_text(str(os.getpid()))
    assert call("engine.sh", "stop", str(tmp_path)).returncode == 0


def test_an_engine_that_cannot_start_is_said_in_one_sentence(tmp_path):
    done = call(
        "engine.sh",
        "start",
        str(tmp_path),
        DOCKER_HOST=f"unix://{tmp_path}/nowhere.sock",
        MLOPS_PLATFORM_DOCKERD_OPTIONS="--no-such-option",
    )
    assert done.returncode == 1
    assert "error: the Docker engine could not be started" in done.stderr
    assert not (tmp_path / "dockerd.pid").exists()


def test_a_base_image_that_is_there_is_left_alone(docker_engine):
    before = docker_engine.images.get(BASE_IMAGE).id
    done = call("base-image.sh", "3.11")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert docker_engine.images.get(BASE_IMAGE).id == before


@pytest.mark.parametrize(
    ("arguments", "environment", "says"),
    [
        (("2.7",), {}, "choose 3.9, 3.11 or 3.13"),
        (("3.11",), {"DOCKER_HOST": "unix:///nowhere.sock"}, "no Docker engine answers"),
    ],
)
def test_a_base_image_that_cannot_be_made_is_said(arguments, environment, says):
    done = call("base-image.sh", *arguments, **environment)
    assert done.returncode == 1
    assert done.stderr.startswith("error: ")
    assert says in done.stderr
