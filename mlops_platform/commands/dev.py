"""`dev`: Dagster's UI with its daemon, and MLflow's UI, on loopback until Ctrl-C."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mlops_platform.core.settings import Settings
    from mlops_platform.terminal.local_servers import Server

DEFINITIONS = "mlops_platform.definitions"


@click.command("dev")
@click.option("--port", default=3000, show_default=True, help="Port of Dagster's UI.")
@click.option("--mlflow-port", default=5000, show_default=True, help="Port of MLflow's UI.")
def dev(port: int, mlflow_port: int) -> None:
    """Run Dagster's UI and MLflow's UI on this machine, until Ctrl-C.

    MLflow's keeps to the lifecycle of models. Where MLFLOW_TRACKING_URI names a server, that one is
    used and none is started.
    """
    import time

    from mlops_platform.core.settings import load_settings
    from mlops_platform.defs.embedded_instance import open_instance, prepare_instance
    from mlops_platform.terminal.local_servers import (
        LOOPBACK,
        check_alive,
        check_port,
        started,
        wait_until_ready,
    )
    from mlops_platform.wiring import addresses_of_mlflow

    settings = load_settings()
    home, elsewhere = settings.home, addresses_of_mlflow(settings).server
    check_port(port)
    if elsewhere is None:
        check_port(mlflow_port)
    click.echo("Starting Dagster and MLflow …", err=True)
    # The servers start at the same time; on a new home both would create the tables.
    open_instance().dispose()
    mlflow = elsewhere or f"http://{LOOPBACK}:{mlflow_port}"
    environment = _environment(prepare_instance(), settings.mlflow_link or mlflow, home)
    with started(_servers(settings, port, mlflow_port), home, environment) as running:
        wait_until_ready(running)
        click.echo(f"Dagster  http://127.0.0.1:{port}")
        click.echo(f"MLflow   {mlflow}/?workflowType=machine_learning")
        click.echo(f"Logs are in {home / 'logs'}; Ctrl-C stops everything.")
        try:
            while True:
                check_alive(running)
                time.sleep(1)
        except KeyboardInterrupt:
            click.echo("Stopping …", err=True)


def _environment(dagster_home: Path, mlflow_link: str, home: Path) -> Mapping[str, str]:
    import os

    return os.environ | {
        "DAGSTER_HOME": str(dagster_home),
        "MLOPS_PLATFORM_HOME": str(home),
        "MLOPS_PLATFORM_MLFLOW_LINK": mlflow_link,
        # Ten processes and 1.9 GB without it, two and 0.5 GB with it.
        "MLFLOW_SERVER_ENABLE_JOB_EXECUTION": "false",
        "MLFLOW_DISABLE_TELEMETRY": "true",
    }


def _servers(settings: "Settings", port: int, mlflow_port: int) -> "tuple[Server, ...]":
    import sys

    from mlops_platform.terminal.local_servers import LOOPBACK, Server

    python = (sys.executable, "-P", "-m")
    return (
        Server(
            "dagster-webserver",
            (*python, "dagster_webserver", "-m", DEFINITIONS, "-h", LOOPBACK, "-p", str(port)),
            f"http://{LOOPBACK}:{port}/server_info",
        ),
        Server("dagster-daemon", (*python, "dagster._daemon", "run", "-m", DEFINITIONS)),
        *_mlflow(settings, python, mlflow_port),
    )


def _mlflow(settings: "Settings", python: tuple[str, ...], port: int) -> "tuple[Server, ...]":
    """Return MLflow's server with the governed store; none where there is one already."""
    from mlops_platform.terminal.local_servers import LOOPBACK, Server
    from mlops_platform.wiring import addresses_of_mlflow

    addresses = addresses_of_mlflow(settings)
    if addresses.artifacts is None:
        return ()
    addresses.artifacts.mkdir(parents=True, exist_ok=True)
    hosts = f"{LOOPBACK}:{port},localhost:{port}"
    argv = (
        *(*python, "mlflow", "server", "--host", LOOPBACK, "--port", str(port), "--workers", "1"),
        *("--backend-store-uri", addresses.tracking, "--registry-store-uri", addresses.registry),
        *("--artifacts-destination", str(addresses.artifacts), "--allowed-hosts", hosts),
    )
    return (Server("mlflow", argv, f"http://{LOOPBACK}:{port}/health"),)
