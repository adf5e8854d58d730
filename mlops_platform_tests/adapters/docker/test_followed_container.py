import pytest

from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.followed_container import FollowedContainer, Watched
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import Tags

pytestmark = pytest.mark.integration


@pytest.fixture
def follow(docker_engine, tmp_path):
    engine, made = Engine(), []

    def followed(program, seconds=30.0, is_too_full=lambda: "", image="python:3.11-slim"):
        log = KeptLog(tmp_path / "log.txt", lambda _: None, str)
        log.begin("train", "python")
        labels = Tags("follow-tests", "follow", 1).labels("train", 120)
        host = {"Init": True, "NetworkMode": "none"}
        command = ["python3", "-u", "-c", program]
        made.append(
            engine.create(
                {"Image": image, "Entrypoint": command, "Labels": labels, "HostConfig": host}
            )
        )
        watched = Watched(seconds, is_too_full)
        ended = FollowedContainer(engine, made[-1], log, watched).follow()
        return ended, log.close()

    yield followed
    for container in made:
        engine.remove(container)


def test_a_program_that_ends_at_once_loses_no_line(follow):
    for _ in range(3):
        ended, log = follow("print('x\\n' * 20000, end='')")
        assert (ended.exit_code, log.lines) == (0, 20_000)


def test_a_program_that_closes_its_output_is_waited_for(follow):
    ended, log = follow("import os, time; print('a'); os.close(1); os.close(2); time.sleep(2)")
    assert ended.exit_code == 0
    assert ended.duration_seconds >= 2
    assert log.tail == "a\n"


def test_the_deadline_is_ours_and_soon(follow):
    ended, _ = follow("import time; time.sleep(60)", seconds=1.0)
    assert ended.passed_deadline
    assert ended.duration_seconds < 5


def test_a_flood_is_drained_while_it_is_made_to_end(follow):
    program = """
import os, signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
line = b"x" * 1023 + b"\\n"
while True:
    os.write(1, line * 64)
"""
    ended, log = follow(program, seconds=1.0)
    assert ended.passed_deadline
    assert not ended.is_engine_gone
    assert ended.duration_seconds < 15
    assert log.omitted_bytes > 0


def test_who_is_too_full_is_ended(follow):
    ended, log = follow("import time; print('a'); time.sleep(60)", is_too_full=lambda: "full")
    assert (ended.too_full, ended.passed_deadline) == ("full", False)
    assert log.tail == "a\n"


def test_a_command_that_cannot_be_started_is_an_ending(docker_engine, tmp_path):
    engine = Engine()
    container = engine.create({"Image": "python:3.11-slim", "Entrypoint": ["/no/such/command"]})
    try:
        log = KeptLog(tmp_path / "log.txt", lambda _: None, str)
        ended = FollowedContainer(engine, container, log, Watched(10, lambda: "")).follow()
        assert ended.exit_code is None
        assert "no such" in ended.engine_error
        assert not ended.is_engine_gone
    finally:
        engine.remove(container)


def test_what_was_used_is_sampled(follow):
    program = """
import time
held = bytearray(b"x" * (50 << 20))
end = time.time() + 4
while time.time() < end:
    pass
"""
    ended, _ = follow(program)
    assert ended.cpu_seconds > 0
    assert ended.peak_memory_bytes > 50 << 20
