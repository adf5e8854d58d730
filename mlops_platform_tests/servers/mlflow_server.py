"""A real MLflow server with the governed store, in a process group of its own."""

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from mlops_platform.adapters.mlflow_addresses import MlflowAddresses
from mlops_platform_tests.integration.browsing import free_port

START_SECONDS = 120


class MlflowServer(NamedTuple):
    """Where it answers, and what to kill."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """End it as a crash would: no process of it gets to say anything."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def mlflow_server(
    addresses: MlflowAddresses, folder: Path, *arguments: str, **variables: str
) -> Iterator[MlflowServer]:
    """Serve a database's runs, and its models as the governed store keeps them."""
    server = _start(addresses, folder, arguments, variables)
    try:
        _wait(server)
        yield server
    finally:
        server.kill()


def _start(
    addresses: MlflowAddresses,
    folder: Path,
    arguments: tuple[str, ...],
    variables: Mapping[str, str],
) -> MlflowServer:
    port, log = free_port(), folder / "mlflow.log"
    argv = (
        *(sys.executable, "-m", "mlflow", "server", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "1", "--backend-store-uri", addresses.tracking),
        *("--registry-store-uri", addresses.registry),
        *("--artifacts-destination", str(folder / "artifacts")),
        *arguments,
    )
    quiet = {"MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false", "MLFLOW_DISABLE_TELEMETRY": "true"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            argv,
            cwd=folder,
            env=os.environ | quiet | variables,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    return MlflowServer(f"http://127.0.0.1:{port}", process, log)


def _wait(server: MlflowServer) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.process.poll() is None:
        with contextlib.suppress(OSError, urllib.error.URLError):
            urllib.request.urlopen(f"{server.url}/health", timeout=5).close()
            return
        time.sleep(0.3)
    pytest.fail(f"MLflow's server did not answer: {server.log.read_text()[-2000:]}")
