"""Servers on loopback for one person: started together, and stopped together by their pids."""

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.errors import BadInputError, PlatformError

START_SECONDS = 180
GRACE_SECONDS = 10
LOOPBACK = "127.0.0.1"
SHOWN_LOG_CHARACTERS = 500


class PortTakenError(BadInputError):
    """A port on which something else listens."""


class ServerEndedError(PlatformError):
    """A server that ended or did not answer."""


class Server(NamedTuple):
    """What to start; `answers_at` is asked until it answers, empty where nothing can be asked."""

    name: str
    argv: tuple[str, ...]
    answers_at: str = ""


class Running(NamedTuple):
    """A started server, and where its output goes."""

    server: Server
    process: subprocess.Popen[bytes]
    log: Path


def check_port(port: int) -> None:
    """Refuse a port that is in use. Raises PortTakenError."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise PortTakenError(
                f"Port {port} cannot be used ({error.strerror}); stop what listens there or choose"
                " another port."
            ) from error


@contextlib.contextmanager
def started(
    servers: Sequence[Server], home: Path, environment: Mapping[str, str]
) -> Iterator[tuple[Running, ...]]:
    """Start servers in `home`, each with a log there, and stop them at the end."""
    running: list[Running] = []
    try:
        # One by one, so that what has started is stopped when the next one cannot start.
        for server in servers:
            running += [_start(server, home, environment)]
        yield tuple(running)
    finally:
        _stop(running)


def wait_until_ready(running: Sequence[Running]) -> None:
    """Wait until every server answers. Raises ServerEndedError."""
    deadline = time.monotonic() + START_SECONDS
    waiting = [each for each in running if each.server.answers_at]
    while waiting:
        check_alive(running)
        if time.monotonic() > deadline:
            raise ServerEndedError(_sentence(waiting[0], f"did not answer in {START_SECONDS} s"))
        waiting = [each for each in waiting if not _answers(each.server.answers_at)]
        time.sleep(0.2)


def check_alive(running: Sequence[Running]) -> None:
    """Raise ServerEndedError, with the end of its log, when a server has ended."""
    for each in running:
        code = each.process.poll()
        if code is not None:
            raise ServerEndedError(_sentence(each, f"ended with exit code {code}"))


def _start(server: Server, home: Path, environment: Mapping[str, str]) -> Running:
    log = home / "logs" / f"{server.name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 (a fixed list, never a shell)
            server.argv,
            cwd=home,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # A group of its own: Ctrl-C reaches us alone, and we stop its children with it.
            start_new_session=True,
        )
    return Running(server, process, log)


def _stop(running: Sequence[Running]) -> None:
    for each in running:
        _signal(each, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    for each in running:
        with contextlib.suppress(subprocess.TimeoutExpired):
            each.process.wait(max(0.0, deadline - time.monotonic()))
    for each in running:
        # Always: a child of the server may have outlived it.
        _signal(each, signal.SIGKILL)
        each.process.wait()


def _signal(running: Running, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(running.process.pid, number)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2):  # noqa: S310 (our own loopback address)
            return True
    except (OSError, urllib.error.URLError):
        return False


def _sentence(running: Running, what: str) -> str:
    said = running.log.read_text(errors="replace").split()
    end = " ".join(said)[-SHOWN_LOG_CHARACTERS:]
    return f"{running.server.name} {what}; its log is {running.log} and ends: {end or '(empty)'}"
