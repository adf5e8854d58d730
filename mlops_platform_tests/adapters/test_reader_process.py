import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mlops_platform.adapters.reader_process import LateError, ReaderProcess
from mlops_platform_tests.adapters.hostile_readers import Wish
from mlops_platform_tests.adapters.requests import draw_request
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration
TELL_SERVER = "mlops_platform.adapters.reader_server"


@pytest.fixture(autouse=True)
def _finds_the_hostile_readers(monkeypatch):
    # They are no part of what is installed.
    monkeypatch.setattr(
        "mlops_platform.adapters.reader_process._import_path",
        lambda: {"PYTHONPATH": str(Path.cwd())},
    )


def run(process, place, seconds=20.0):
    return process.run(place, time.monotonic() + seconds)


def servers(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task").glob("*/children")
    pids = [int(each) for children in found for each in children.read_text().split()]
    return [each for each in pids if TELL_SERVER in Path(f"/proc/{each}/cmdline").read_text()]


def test_one_server_runs_all_readers_and_ends_with_its_owner(tmp_path):
    process, before = ReaderProcess(), set(servers(os.getpid()))
    checkout = draw_checkout(tmp_path, {"a.txt": "x"})
    seen = set()
    for name in ("one", "two"):
        place = draw_request(tmp_path / name, "echo", checkout, Wish(text=name))
        assert run(process, place) == 0
        assert (place / "result").exists()
        seen |= set(servers(os.getpid())) - before
    assert len(seen) == 1
    del process
    gc.collect()
    assert not seen & set(servers(os.getpid()))


def test_a_server_that_was_killed_is_replaced(tmp_path):
    process, before = ReaderProcess(), set(servers(os.getpid()))
    checkout = draw_checkout(tmp_path, {"a.txt": "x"})
    assert run(process, draw_request(tmp_path / "one", "read_all", checkout)) == 0
    (server,) = set(servers(os.getpid())) - before
    os.kill(server, signal.SIGKILL)
    os.waitid(os.P_PID, server, os.WEXITED | os.WNOWAIT)
    assert run(process, draw_request(tmp_path / "two", "read_all", checkout)) == 0


def test_a_late_reader_is_told_from_one_that_failed(tmp_path):
    process = ReaderProcess()
    checkout = draw_checkout(tmp_path, {"m": "crash", "s": "sleep"})
    with pytest.raises(LateError):
        run(process, draw_request(tmp_path / "late", "sleep", checkout), 1)
    assert run(process, draw_request(tmp_path / "crash", "crash", checkout)) == -signal.SIGSEGV


OWNER = """
import sys, time
from pathlib import Path
from mlops_platform.adapters.reader_process import ReaderProcess
ReaderProcess().run(Path(sys.argv[1]), time.monotonic() + 60)
"""


def test_an_owner_that_is_killed_leaves_no_reader_behind(tmp_path):
    place = draw_request(tmp_path / "place", "sleep", draw_checkout(tmp_path, {"s": "sleep"}))
    argv = [sys.executable, "-c", OWNER, str(place)]
    path = ":".join(filter(None, [str(Path.cwd()), *sys.path]))
    owner = subprocess.Popen(argv, env={"PYTHONPATH": path})
    deadline = time.monotonic() + 20
    while not (place / "journal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    (server,) = servers(owner.pid)
    owner.kill()
    owner.wait()
    while Path(f"/proc/{server}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{server}").exists()
    assert not [p for p in Path("/proc").glob("[0-9]*/cwd") if linked(p) == str(place / "empty")]


def linked(path: Path) -> str:
    try:
        return str(path.readlink())
    except OSError:
        return ""
