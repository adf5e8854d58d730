import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mlops_platform.adapters.reader_process import FIXED_ENVIRONMENT
from mlops_platform_tests.adapters.hostile_readers import Seen, Wish
from mlops_platform_tests.adapters.requests import draw_request
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration

OWNER = """
import sys, threading, time
from pathlib import Path
from mlops_platform.adapters import reader_process
from mlops_platform.adapters.forked_reader import ForkedReader
reader_process._import_path = lambda: {"PYTHONPATH": sys.argv[4]}
if sys.argv[3] == "threads":
    threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
secret = open(__import__("os").devnull)
try:
    print(ForkedReader().run(Path(sys.argv[1]), time.monotonic() + float(sys.argv[2])))
except reader_process.LateError:
    print("late")
"""


def started(place: Path, seconds: float = 20, way: str = "alone") -> subprocess.Popen:
    path = ":".join(filter(None, [str(Path.cwd()), *sys.path]))
    argv = [sys.executable, "-c", OWNER, str(place), str(seconds), way, path]
    variables = {"PYTHONPATH": path, "CANARY": "1"}
    return subprocess.Popen(argv, env=variables, stdout=subprocess.PIPE, text=True)


def said(place: Path, seconds: float = 20, way: str = "alone") -> str:
    return started(place, seconds, way).communicate(timeout=60)[0].strip()


def seen(place: Path) -> Seen:
    return Seen.model_validate_json((place / "result").read_bytes())


@pytest.mark.parametrize("way", ["alone", "threads"])
def test_a_reader_answers_from_a_fork_or_where_there_are_threads_from_a_server(tmp_path, way):
    checkout = draw_checkout(tmp_path, {"a.txt": "x"})
    place = draw_request(tmp_path / "place", "echo", checkout, Wish(text="é"))
    assert said(place, way=way) == "0"
    assert seen(place).texts == ("é",)


def test_a_fork_knows_nothing_of_its_parent_and_does_nothing_else(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    checkout = draw_checkout(
        tmp_path, {"a.txt": "x"}, links={"inside": "a.txt", "link": secret, "folder": tmp_path}
    )
    place = draw_request(tmp_path / "one", "tell_process", checkout)
    assert said(place) == "0"
    assert seen(place).texts[0].split() == sorted(FIXED_ENVIRONMENT)
    place = draw_request(tmp_path / "two", "try_everything", checkout, Wish(text=str(secret)))
    assert said(place) == "0"
    assert seen(place).texts == ("read inside", "read a link inside", "step inside")


def test_a_late_reader_is_told_from_one_that_failed(tmp_path):
    checkout = draw_checkout(tmp_path, {"m": "crash", "s": "sleep"})
    assert said(draw_request(tmp_path / "late", "sleep", checkout), seconds=1) == "late"
    crashed = draw_request(tmp_path / "crash", "crash", checkout)
    assert said(crashed) == str(-signal.SIGSEGV)


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_parent_that_ends_leaves_no_reader_behind(tmp_path, ending):
    place = draw_request(tmp_path / "place", "sleep", draw_checkout(tmp_path, {"s": "sleep"}))
    owner = started(place, 60)
    deadline = time.monotonic() + 20
    while not readers_in(place) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert readers_in(place)
    owner.send_signal(ending)
    owner.wait()
    while readers_in(place) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not readers_in(place)


def readers_in(place: Path) -> list[Path]:
    return [p for p in Path("/proc").glob("[0-9]*/cwd") if linked(p) == str(place / "empty")]


def linked(path: Path) -> str:
    try:
        return str(path.readlink())
    except OSError:
        return ""
