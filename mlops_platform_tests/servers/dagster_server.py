"""Dagster as a server runs it: PostgreSQL, webserver, daemon, and runs in containers."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from mlops_platform_tests.integration.browsing import free_port

TOP = Path(__file__).parents[2]
DEFINITIONS = "mlops_platform.definitions"
START_SECONDS = 180
STOP_SECONDS = 60


class DagsterServer(NamedTuple):
    """Where it answers, and its daemon, which launches runs and looks after them."""

    address: str
    daemon: subprocess.Popen[bytes]

    def kill_daemon(self) -> None:
        """End it without a word, with the process in which it keeps our code."""
        os.killpg(self.daemon.pid, signal.SIGKILL)
        self.daemon.wait()


@contextmanager
def dagster_server(
    home: Path, database: str, variables: dict[str, str], definitions: str = DEFINITIONS
) -> Iterator[DagsterServer]:
    """Start a Dagster whose instance is described by `docker/dagster.yaml`.

    Workers run in the base image with this machine's Python and this tree, mounted read-only, and
    with this machine's network; all else is as on a server.
    """
    describe_instance(home, database, variables)
    own = {"DAGSTER_HOME": str(home / "dagster"), "PYTHONPATH": str(TOP)}
    environment = os.environ | variables | own
    address = f"http://127.0.0.1:{(port := free_port())}"
    python = (sys.executable, "-P", "-m")
    place = ("-h", "127.0.0.1", "-p", str(port))
    web = (*python, "dagster_webserver", "-m", definitions, *place)
    daemon = (*python, "dagster._daemon", "run", "-m", definitions)
    programs = [_started(home / "webserver.log", web, environment)]
    try:
        # Both make the tables of an empty database.
        _wait_for(f"{address}/server_info", home / "webserver.log")
        programs.append(_started(home / "daemon.log", daemon, environment))
        yield DagsterServer(address, programs[-1])
    finally:
        _end(programs)


def describe_instance(home: Path, database: str, variables: dict[str, str]) -> None:
    """Write what the commands of a home take for their instance, before a server is there."""
    (home / "dagster").mkdir(parents=True, exist_ok=True)
    (home / "dagster" / "dagster.yaml").write_text(_instance(home, database, variables))


def _instance(home: Path, database: str, variables: dict[str, str]) -> str:
    described = yaml.safe_load((TOP / "docker/dagster.yaml").read_text())
    place = urlsplit(database)
    described["storage"]["custom"]["config"]["postgres_db"] |= {
        "hostname": place.hostname,
        "port": place.port,
        "username": place.username,
        "db_name": place.path.strip("/"),
    }
    described["run_monitoring"]["poll_interval_seconds"] = 5
    described["compute_logs"]["config"]["base_dir"] = str(home / "dagster" / "logs")
    launcher = described["run_launcher"]["config"]
    paths = (f"PATH={Path(sys.executable).parent}:/usr/bin:/bin", f"PYTHONPATH={TOP}")
    launcher |= {
        "image": "python:3.11-slim",
        "network": "host",
        "env_vars": [*launcher["env_vars"], *variables, *paths],
    }
    arguments = launcher["container_kwargs"]
    seen = (sys.prefix, sys.base_prefix, TOP, "/etc/ssl/certs")
    shared = [f"{each}:{each}:ro" for each in dict.fromkeys(map(str, seen))]
    socket = next(each for each in arguments["volumes"] if "docker.sock" in each)
    arguments["volumes"] = [socket, f"{home}:{home}", *shared]
    return yaml.safe_dump(described)


def _started(
    log: Path, argv: tuple[str, ...], environment: dict[str, str]
) -> subprocess.Popen[bytes]:
    with log.open("wb") as written:
        return subprocess.Popen(
            argv,
            cwd=log.parent,
            env=environment,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _end(programs: list[subprocess.Popen[bytes]]) -> None:
    for each in programs:
        each.terminate()
    for each in programs:
        with contextlib.suppress(subprocess.TimeoutExpired):
            each.wait(STOP_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            # What it started may have outlived it.
            os.killpg(each.pid, signal.SIGKILL)
        each.wait()


def _wait_for(address: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=10):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise AssertionError(f"{address} did not answer:\n{log.read_text()[-3000:]}")
