"""Where MLflow keeps runs, models and artifacts, by the settings; imports no MLflow.

Without an address everything is under the platform's home: one SQLite file and a folder of
artifacts, the ones that `mlops-platform dev` shows. A database's registry is always governed.
"""

from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.errors import BadInputError
from mlops_platform.core.settings import load_settings

GOVERNED = "governed+"
OVER_HTTP = ("http://", "https://")
LOCAL_UI = "http://127.0.0.1:5000"
"""Where `mlops-platform dev` shows what is under the home."""
DATABASES = ("sqlite:", "postgresql:", "postgresql+psycopg2:")


class MlflowAddresses(NamedTuple):
    """What MLflow's clients, and a server of ours, are told.

    `artifacts` is the folder of new experiments of a database; None where a server decides.
    """

    tracking: str
    registry: str
    artifacts: Path | None = None

    @property
    def server(self) -> str | None:
        """Return the address of the MLflow server, None for a database."""
        return self.tracking if self.tracking.startswith(OVER_HTTP) else None

    def page(self, place: str) -> str:
        """Return the address of a page of MLflow's UI, where browsers find it."""
        shown_at = load_settings().mlflow_link.rstrip("/") or self.server or LOCAL_UI
        return f"{shown_at}/#/{place}"


def mlflow_addresses(home: Path, tracking_uri: str = "") -> MlflowAddresses:
    """Return the addresses for the setting MLFLOW_TRACKING_URI. Raises BadInputError."""
    kept = home / "mlflow"
    uri = tracking_uri.removeprefix(GOVERNED) or f"sqlite:///{kept / 'mlflow.db'}"
    if uri.startswith(OVER_HTTP):
        address = uri.rstrip("/")
        return MlflowAddresses(address, address)
    if not uri.startswith(DATABASES):
        raise BadInputError(
            "MLFLOW_TRACKING_URI cannot be used: it names neither a server (http:, https:) nor a"
            " database (sqlite:, postgresql:); correct or unset it."
        )
    # SQLAlchemy 2.1 takes the plain name for a driver that is not installed.
    driven = uri.replace("postgresql:", "postgresql+psycopg2:", 1)
    return MlflowAddresses(driven, f"{GOVERNED}{driven}", kept / "artifacts")
