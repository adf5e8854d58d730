import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from mlops_platform.adapters.git import safe_command
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.sandbox import SandboxProbe
from mlops_platform.terminal import examine
from mlops_platform.terminal.examine import Examination, Health


def test_the_oldest_git_is_the_adapter_s():
    assert examine.OLDEST_GIT == safe_command.OLDEST


@pytest.mark.parametrize(
    ("printed", "health"),
    [
        ("git version 2.37.0", Health.OK),
        ("git version 2.36.6", Health.FAIL),
        ("git version 1.99", Health.FAIL),
        ("nonsense", Health.FAIL),
    ],
)
def test_git_is_judged_by_its_version(tmp_path, monkeypatch, printed, health):
    program = tmp_path / "git"
    program.write_text(f"#!/bin/sh\necho {printed}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert examine.examine_git().health is health


def test_a_missing_git_fails(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert examine.examine_git().health is Health.FAIL


def test_a_full_disk_fails_and_a_small_one_warns(tmp_path, monkeypatch):
    for free, health in ((1 << 20, Health.FAIL), (2 << 30, Health.WARN), (9 << 30, Health.OK)):
        monkeypatch.setattr(examine.shutil, "disk_usage", lambda _, free=free: _Usage(free))
        assert examine.examine_disk(tmp_path / "not" / "there" / "yet").health is health


class _Usage:
    def __init__(self, free: int) -> None:
        self.free = free


class _NotFound(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


def test_a_mirror_that_answers_anything_is_reachable():
    server = HTTPServer(("127.0.0.1", 0), _NotFound)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        assert examine.examine_mirror("github.com", base, None).health is Health.OK
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert examine.examine_mirror("github.com", base, None).health is Health.WARN


def test_docker_is_only_reported(tmp_path, monkeypatch):
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/docker.sock")
    assert examine.examine_docker().health is Health.WARN
    with socket.socket(socket.AF_UNIX) as engine:
        engine.bind(f"{tmp_path}/docker.sock")
        assert examine.examine_docker().health is Health.OK


class ProbedSandbox:
    """Fits what the doctor needs of the port `Sandbox`."""

    def __init__(self, found: SandboxProbe | PlatformError) -> None:
        self.found = found

    def probe(self) -> SandboxProbe:
        if isinstance(self.found, PlatformError):
            raise self.found
        return self.found


def test_a_sandbox_that_holds_is_well():
    probe = SandboxProbe(engine="Docker 28", runtime="runc 1.3", held=("a", "b"))
    assert examine.examine_sandbox(ProbedSandbox(probe)) == (
        Examination("Sandbox", Health.OK, "Docker 28, runc 1.3: all 2 limits are in force"),
    )


def test_each_limit_that_is_not_in_force_is_a_line_and_forbids_execution():
    unmet = ("memory is limited: nothing tells", "no swap: nothing tells")
    probe = SandboxProbe(engine="Docker 28", runtime="runc 1.3", held=("a",), unmet=unmet)
    found = examine.examine_sandbox(ProbedSandbox(probe))
    assert [(each.health, each.says) for each in found] == [(Health.FAIL, says) for says in unmet]


def test_a_sandbox_that_cannot_be_examined_keeps_nobody_from_analysis():
    (found,) = examine.examine_sandbox(ProbedSandbox(PlatformError("No engine answers.")))
    assert found.health is Health.WARN
    assert found.says == "No engine answers. Analysis needs none."
