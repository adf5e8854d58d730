"""A real MLflow server on loopback, with its database and its artifacts in a folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mlops_platform.adapters.mlflow_addresses import GOVERNED
from mlops_platform.terminal.local_servers import LOOPBACK, Server, started, wait_until_ready
from mlops_platform_tests.integration.browsing import free_port

ENVIRONMENT = {"MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false", "MLFLOW_DISABLE_TELEMETRY": "true"}


@contextmanager
def serve_mlflow(folder: Path, port: int | None = None) -> Iterator[str]:
    """Serve what is in `folder`, which survives, and return the address; models are governed."""
    port = port or free_port()
    database = f"sqlite:///{folder}/mlflow.db"
    server = Server(
        "mlflow",
        (
            *(sys.executable, "-P", "-m", "mlflow", "server", "--host", LOOPBACK),
            *("--port", str(port), "--workers", "1", "--backend-store-uri", database),
            *("--registry-store-uri", f"{GOVERNED}{database}"),
            *("--artifacts-destination", str(folder / "artifacts")),
        ),
        f"http://{LOOPBACK}:{port}/health",
    )
    with started([server], folder, os.environ | ENVIRONMENT) as running:
        wait_until_ready(running)
        yield f"http://{LOOPBACK}:{port}"
