import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest

from mlops_platform.terminal.local_servers import (
    PortTakenError,
    Server,
    ServerEndedError,
    check_alive,
    check_port,
    started,
    wait_until_ready,
)

FAMILY = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""


def python(name: str, program: str, answers_at: str = "") -> Server:
    return Server(name, (sys.executable, "-c", program), answers_at)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return state != "Z"


def test_a_free_port_passes_and_a_taken_one_is_refused():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match=f"Port {port} cannot be used"):
            check_port(port)
    check_port(port)


def test_servers_and_their_children_end_with_the_block(tmp_path):
    with started([python("family", FAMILY)], tmp_path, os.environ) as (running,):
        while not running.log.read_bytes().endswith(b"\n"):
            time.sleep(0.05)
        child = int(running.log.read_text())
        assert is_alive(running.process.pid)
        assert is_alive(child)
    for _ in range(100):
        if not is_alive(child):
            break
        time.sleep(0.05)
    assert not is_alive(child)
    assert running.process.poll() == -signal.SIGTERM


def test_a_server_that_ends_is_named_with_the_end_of_its_log(tmp_path):
    program = "print('no such database'); raise SystemExit(4)"
    with started([python("broken", program)], tmp_path, os.environ) as running:
        running[0].process.wait(20)
        with pytest.raises(ServerEndedError) as caught:
            check_alive(running)
    assert "broken ended with exit code 4" in str(caught.value)
    assert str(caught.value).endswith("no such database")


def test_readiness_is_an_answer_over_http(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = (
        "import http.server as h;"
        f"h.HTTPServer(('127.0.0.1', {port}), h.SimpleHTTPRequestHandler).serve_forever()"
    )
    server = python("web", program, f"http://127.0.0.1:{port}/")
    with started([server], tmp_path, os.environ) as running:
        wait_until_ready(running)
        check_alive(running)


def test_a_program_that_cannot_start_stops_those_before_it(tmp_path):
    servers = [python("first", "import time; time.sleep(600)"), Server("second", ("/nowhere",))]
    with pytest.raises(FileNotFoundError), started(servers, tmp_path, os.environ):
        pass
    assert (tmp_path / "logs" / "first.log").exists()
