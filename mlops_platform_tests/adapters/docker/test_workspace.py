import time

import pytest

from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.adapters.docker.sources_archive import END, file_entry, folder_entry
from mlops_platform.adapters.docker.stream_reader import open_tar_stream
from mlops_platform.adapters.docker.workspace import Workspace

pytestmark = pytest.mark.integration

IMAGE = "python:3.11-slim"
FILLED = [folder_entry("src"), file_entry("src/a.bin", bytes(3 << 20)), END]


@pytest.fixture
def engine(docker_engine):
    return Engine()


def workspace(engine):
    return Workspace(engine, IMAGE, Tags("workspace-tests", f"w{time.monotonic_ns()}", 1), 60)


def test_what_was_laid_in_comes_out_and_nothing_stays(engine):
    with workspace(engine) as space:
        space.fill(iter(FILLED))
        volume = space.mount()["Source"]
        with open_tar_stream(space.contents()) as archive:
            assert archive.getnames() == ["box", "box/src", "box/src/a.bin"]
    assert volume not in [each["Name"] for each in engine.volumes("mlops-platform.run")]


def test_a_volume_that_is_too_full_is_seen(engine):
    with workspace(engine) as space:
        space.fill(iter(FILLED))
        until = time.monotonic() + 20
        while not (why := space.too_full(1 << 20)) and time.monotonic() < until:
            time.sleep(0.2)
        assert "1048576 are allowed" in why
        assert space.too_full(1 << 30) == ""


def test_a_volume_that_nobody_watches_any_more_is_too_full(engine):
    with workspace(engine) as space:
        space.fill(iter(FILLED))
        (keeper,) = [
            each["Id"]
            for each in engine.containers("mlops-platform.run")
            if each["Labels"]["mlops-platform.run"] == space._labels["mlops-platform.run"]
        ]
        engine.kill(keeper)
        until = time.monotonic() + 20
        while not (why := space.too_full(1 << 30)) and time.monotonic() < until:
            time.sleep(0.2)
        assert "watched" in why
