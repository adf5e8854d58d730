import time
from contextlib import ExitStack

import pytest

from mlops_platform.adapters.docker.engine import Engine, NotThereError
from mlops_platform.adapters.docker.labels import NOT_A_RUN, PASSING, Tags
from mlops_platform.adapters.docker.sweeping import sweep_engine

pytestmark = pytest.mark.integration

IMAGE = "python:3.11-slim"


@pytest.fixture
def engine(docker_engine):
    return Engine()


@pytest.fixture
def labels():
    with ExitStack() as under_way:

        def of(seconds):
            tags = Tags("sweep-tests", f"swept-{time.monotonic_ns()}", 1)
            under_way.enter_context(tags.under_way())
            return tags.labels("train", seconds)

        yield of


def test_containers_and_volumes_past_their_deadline_go_and_others_stay(engine, labels):
    dead, alive = labels(-1), labels(60)
    volume = engine.create_volume(dead)
    mount = {"Type": "volume", "Source": volume, "Target": "/box"}
    made = {"Image": IMAGE, "Entrypoint": ["sleep", "60"]}
    gone = engine.create({**made, "Labels": dead, "HostConfig": {"Mounts": [mount]}})
    engine.start(gone)
    kept = engine.create({**made, "Labels": alive})
    try:
        said = sweep_engine(engine)
        run = dead["mlops-platform.run"]
        assert f"container train of run {run}" in said
        assert f"volume of run {run}" in said
        with pytest.raises(NotThereError):
            engine.state(gone)
        assert not engine.state(kept).is_running
        assert [
            each for each in engine.volumes("mlops-platform.run") if each["Name"] == volume
        ] == []
    finally:
        engine.remove(kept)


def test_a_container_that_is_none_of_ours_stays(engine):
    kept = engine.create({"Image": IMAGE, "Labels": {"someone": "else"}})
    try:
        sweep_engine(engine)
        engine.state(kept)
    finally:
        engine.remove(kept)


def test_an_image_for_one_run_goes_when_its_time_is_over(engine):
    container = engine.create({"Image": IMAGE})
    try:
        old, new = (
            engine.commit(
                container,
                "mlops-platform/links",
                f"sweep-{time.monotonic_ns()}",
                {"Labels": {**NOT_A_RUN, PASSING: str(int(time.time()) + seconds)}},
            )
            for seconds in (-10, 600)
        )
    finally:
        engine.remove(container)
    try:
        sweep_engine(engine)
        engine.image(new)
        with pytest.raises(NotThereError):
            engine.image(old)
    finally:
        engine.remove_image(new)
