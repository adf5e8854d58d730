"""`dev`: Dagster's UI with its daemon, and MLflow's UI, on loopback until Ctrl-C."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mlops_platform.terminal.local_servers import Server

DEFINITIONS = "mlops_platform.definitions"


@click.command("dev")
@click.option("--port", default=3000, show_default=True, help="Port of Dagster's UI.")
@click.option("--mlflow-port", default=5000, show_default=True, help="Port of MLflow's UI.")
def dev(port: int, mlflow_port: int) -> None:
    """Run Dagster's UI and MLflow's UI on this machine, until Ctrl-C."""
    import signal
    import time

    from mlops_platform.core.settings import load_settings
    from mlops_platform.defs.embedded_instance import open_instance, prepare_instance
    from mlops_platform.terminal.local_servers import (
        check_alive,
        check_port,
        started,
        wait_until_ready,
    )

    home = load_settings().home
    # Whoever ends us with SIGTERM means the servers too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    check_port(port)
    check_port(mlflow_port)
    click.echo("Starting Dagster and MLflow …", err=True)
    # The servers start at the same time; on a new home both would create the tables.
    open_instance().dispose()
    environment = _environment(home, prepare_instance())
    with started(_servers(home, port, mlflow_port), home, environment) as running:
        wait_until_ready(running)
        click.echo(f"Dagster  http://127.0.0.1:{port}")
        click.echo(f"MLflow   http://127.0.0.1:{mlflow_port}/?workflowType=machine_learning")
        click.echo(f"Logs are in {home / 'logs'}; Ctrl-C stops everything.")
        try:
            while True:
                check_alive(running)
                time.sleep(1)
        except KeyboardInterrupt:
            click.echo("Stopping …", err=True)


def _environment(home: Path, dagster_home: Path) -> Mapping[str, str]:
    import os

    return os.environ | {
        "DAGSTER_HOME": str(dagster_home),
        "MLOPS_PLATFORM_HOME": str(home),
        # Ten processes and 1.9 GB without it, two and 0.5 GB with it.
        "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
    }


def _servers(home: Path, port: int, mlflow_port: int) -> "tuple[Server, ...]":
    import sys

    from mlops_platform.terminal.local_servers import LOOPBACK, Server

    python = (sys.executable, "-P", "-m")
    mlflow_home = home / "mlflow"
    mlflow_home.mkdir(parents=True, exist_ok=True)
    return (
        Server(
            "dagster-webserver",
            (*python, "dagster_webserver", "-m", DEFINITIONS, "-h", LOOPBACK, "-p", str(port)),
            f"http://{LOOPBACK}:{port}/server_info",
        ),
        Server("dagster-daemon", (*python, "dagster._daemon", "run", "-m", DEFINITIONS)),
        Server(
            "mlflow",
            (
                *(*python, "mlflow", "server", "--host", LOOPBACK, "--port", str(mlflow_port)),
                *("--workers", "1", "--backend-store-uri", f"sqlite:///{mlflow_home}/mlflow.db"),
                *("--artifacts-destination", str(mlflow_home / "artifacts")),
            ),
            f"http://{LOOPBACK}:{mlflow_port}/health",
        ),
    )
