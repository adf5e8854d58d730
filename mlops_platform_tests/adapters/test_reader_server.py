import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mlops_platform.adapters.reader_server import serve
from mlops_platform_tests.adapters.hostile_readers import Seen, Wish
from mlops_platform_tests.adapters.requests import draw_request
from mlops_platform_tests.drawing import draw_checkout

pytestmark = pytest.mark.integration


@pytest.fixture
def server():
    argv = [sys.executable, "-m", serve.__module__]
    path = ":".join(filter(None, [str(Path.cwd()), *sys.path]))
    with subprocess.Popen(
        argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"PYTHONPATH": path}
    ) as process:
        yield process
        process.stdin.close()


def order(server, place, seconds=20):
    line = json.dumps({"place": str(place), "seconds": seconds})
    server.stdin.write(f"{line}\n".encode())
    server.stdin.flush()


def answer(server):
    return server.stdout.readline().decode().strip()


def test_orders_are_answered_one_after_the_other(server, tmp_path):
    checkout = draw_checkout(tmp_path, {"a.txt": "x"})
    for text in ("one", "two"):
        place = draw_request(tmp_path / text, "echo", checkout, Wish(text=text))
        order(server, place)
        assert answer(server) == "0"
        assert Seen.model_validate_json((place / "result").read_bytes()).texts == (text,)
        assert (place / "journal").read_bytes() == b""


def test_a_reader_that_fails_says_why_in_its_own_place(server, tmp_path):
    place = draw_request(tmp_path / "place", "die_at_once", draw_checkout(tmp_path, {}))
    order(server, place)
    assert answer(server) == "1"
    assert "RuntimeError: nothing opened" in (place / "errors").read_text()


def test_what_is_forked_has_one_thread(server, tmp_path):
    place = draw_request(tmp_path / "place", "echo", draw_checkout(tmp_path, {}), Wish(text="x"))
    order(server, place)
    assert answer(server) == "0"
    assert len(list(Path(f"/proc/{server.pid}/task").iterdir())) == 1


def test_a_late_reader_is_killed(server, tmp_path):
    checkout = draw_checkout(tmp_path, {"s": "sleep"})
    order(server, draw_request(tmp_path / "place", "sleep", checkout), seconds=1)
    assert answer(server) == "late"
    assert children(server.pid) == []


def test_where_nobody_waits_any_more_the_reader_ends_too(server, tmp_path):
    order(
        server, draw_request(tmp_path / "place", "sleep", draw_checkout(tmp_path, {"s": "sleep"}))
    )
    deadline = time.monotonic() + 20
    while not (readers := children(server.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    server.stdin.close()
    assert server.wait(20) == 0
    assert readers
    assert not any(Path(f"/proc/{pid}").exists() for pid in readers)


def children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
