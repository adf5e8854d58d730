import os
import time

import pytest

from mlops_platform.adapters.bounded_process import Command, DeadlinePassedError, run_bounded


def command(tmp_path, *argv, file_size_bytes=1 << 20, memory_bytes=1 << 30):
    return Command(
        argv=argv,
        environment={"PATH": os.environ["PATH"]},
        directory=tmp_path,
        output=tmp_path / "output",
        errors=tmp_path / "errors",
        file_size_bytes=file_size_bytes,
        memory_bytes=memory_bytes,
    )


def soon(seconds=20):
    return time.monotonic() + seconds


def nothing():
    pass


def test_output_errors_and_the_exit_code_are_kept(tmp_path):
    assert (
        run_bounded(command(tmp_path, "sh", "-c", "echo a; echo b >&2; exit 3"), soon(), nothing)
        == 3
    )
    assert (tmp_path / "output").read_text() == "a\n"
    assert (tmp_path / "errors").read_text() == "b\n"


def test_grandchildren_die_at_the_deadline_too(tmp_path):
    alive = tmp_path / "alive"
    script = f"(sleep 1; touch {alive}) & sleep 30"
    with pytest.raises(DeadlinePassedError):
        run_bounded(command(tmp_path, "sh", "-c", script), soon(0.3), nothing)
    time.sleep(1.2)
    assert not alive.exists()


def test_a_watcher_that_raises_ends_the_process(tmp_path):
    def watch():
        raise ValueError("seen")

    started = time.monotonic()
    with pytest.raises(ValueError, match="seen"):
        run_bounded(command(tmp_path, "sleep", "30"), soon(), watch)
    assert time.monotonic() - started < 5


def test_a_file_beyond_its_limit_ends_the_process(tmp_path):
    writer = ("sh", "-c", "sleep 0.2; head -c 3000000 /dev/zero > big")
    assert run_bounded(command(tmp_path, *writer), soon(), nothing) != 0
    assert (tmp_path / "big").stat().st_size <= 1 << 20
    assert run_bounded(command(tmp_path, *writer, file_size_bytes=4 << 20), soon(), nothing) == 0


def test_only_the_given_environment_is_there(tmp_path, monkeypatch):
    monkeypatch.setenv("CANARY", "1")
    run_bounded(command(tmp_path, "env"), soon(), nothing)
    assert "PATH=" in (tmp_path / "output").read_text()
    assert "CANARY" not in (tmp_path / "output").read_text()
