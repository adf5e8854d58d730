"""Where MLflow keeps runs and models; its library is loaded late, quiet and with short patience.

Without an address everything is under the platform's home: one SQLite file and a folder of
artifacts, the ones that `mlops-platform dev` shows. The registry is always the governed one.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mlflow.tracking import MlflowClient

GOVERNED = "governed+"
OVER_HTTP = ("http://", "https://")
QUIETLY = {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR": "false",
    "MLFLOW_LOGGING_LEVEL": "ERROR",
    "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true",
    # Its own defaults keep a caller waiting for minutes when the server is down.
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "2",
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "30",
}


class MlflowAddresses(NamedTuple):
    """Where runs and models are; `artifacts` is a folder of ours, None where a server has its own.

    `database` is the SQLite file of the embedded set-up, None otherwise.
    """

    tracking: str
    registry: str
    artifacts: Path | None = None
    database: Path | None = None

    @property
    def is_server(self) -> bool:
        """Tell whether a server is asked, rather than a database."""
        return self.tracking.startswith(OVER_HTTP)


def mlflow_addresses(home: Path, tracking_uri: str = "") -> MlflowAddresses:
    """Return the addresses by the settings; a database is spoken to through the governed store."""
    kept = home / "mlflow"
    if not tracking_uri:
        database = kept / "mlflow.db"
        tracking = f"sqlite:///{database}"
        return MlflowAddresses(tracking, GOVERNED + tracking, kept / "artifacts", database)
    if tracking_uri.startswith(OVER_HTTP):
        address = tracking_uri.rstrip("/")
        return MlflowAddresses(address, address)
    return MlflowAddresses(tracking_uri, GOVERNED + tracking_uri, kept / "artifacts")


def open_client(addresses: MlflowAddresses) -> "MlflowClient":
    """Load MLflow (2 CPU seconds, so only when it is needed) and return its client."""
    for name, value in QUIETLY.items():
        os.environ.setdefault(name, value)
    if addresses.database is not None:
        addresses.database.parent.mkdir(parents=True, exist_ok=True)
    from mlflow.tracking import MlflowClient  # noqa: PLC0415 (see above)

    return MlflowClient(tracking_uri=addresses.tracking, registry_uri=addresses.registry)
