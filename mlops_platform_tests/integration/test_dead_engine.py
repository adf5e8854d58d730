"""The engine dies or runs out of disk in mid-training: the run ends with its cause.

The engine is a second one beside the machine's, so that it may be killed.
"""

import subprocess
import threading
import time

import pytest

from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.conftest import BASE_IMAGE
from mlops_platform_tests.integration.foreign_training import (
    SMALL,
    left_behind,
    sandbox,
    train,
)
from mlops_platform_tests.servers.second_engine import second_engine, wait_until

pytestmark = pytest.mark.integration

LIMITS = SMALL.model_copy(update={"run_seconds": 120, "disk_bytes": 8 << 30, "file_bytes": 4 << 30})
TRAINING = "import time\nprint('loss=0.5', flush=True)\ntime.sleep(600)"


@pytest.fixture(scope="module")
def engine(tmp_path_factory, docker_engine):
    with second_engine(tmp_path_factory.mktemp("engine")) as engine:
        engine.take_image(docker_engine, BASE_IMAGE)
        yield engine


@pytest.fixture(autouse=True)
def asked(engine, monkeypatch):
    """Let the sandbox ask the second engine."""
    monkeypatch.setenv("DOCKER_HOST", engine.address)


def test_an_engine_that_is_killed_ends_the_run_with_its_cause(tmp_path, engine):
    def kill():
        training = {"label": "mlops-platform.role=train"}
        wait_until(lambda: engine.client().containers.list(filters=training), "a training", 90)
        time.sleep(2)
        engine.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    done = train(tmp_path, TRAINING, limits=LIMITS)
    killer.join()
    assert done.outcome.ending is Ending.ENGINE_UNAVAILABLE
    assert "loss=0.5" in done.log
    assert done.seconds < LIMITS.run_seconds

    engine.start()
    swept = sandbox().sweep()
    assert left_behind(engine.client(), done.run_id) == [], swept
    again = train(tmp_path / "again", "print('accuracy=0.9')")
    assert again.outcome.ending is Ending.SUCCEEDED


def test_no_engine_at_all_is_said_and_nothing_runs(tmp_path, monkeypatch):
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/nowhere.sock")
    done = train(tmp_path, "open('canary', 'w')")
    assert done.outcome.ending is Ending.ENGINE_UNAVAILABLE
    assert done.outcome.because
    assert not (tmp_path / "project" / "canary").exists()


def test_an_engine_whose_disk_fills_ends_the_run_with_its_cause(tmp_path, docker_engine):
    place = tmp_path / "disk"
    place.mkdir()
    # What is written to a disk of memory counts as memory of who writes it.
    limits = LIMITS.model_copy(update={"memory_bytes": 4 << 30})
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3500m", "none", place], check=True)
    try:
        with second_engine(place / "data") as engine, pytest.MonkeyPatch.context() as patch:
            patch.setenv("DOCKER_HOST", engine.address)
            engine.take_image(docker_engine, BASE_IMAGE)
            done = train(
                tmp_path,
                """
                print("loss=0.5", flush=True)
                with open("grows.bin", "wb") as file:
                    while True:
                        file.write(b"x" * (4 << 20))
                """,
                limits=limits,
            )
            assert done.outcome.ending is Ending.OUT_OF_DISK, done.outcome
            assert "loss=0.5" in done.log
            assert left_behind(engine.client(), done.run_id) == []
    finally:
        subprocess.run(["umount", "-R", place], check=True)
