"""Governed MLflow databases in SQLite: made once, which takes seconds, and copied for each test."""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from mlflow.tracking import MlflowClient

from mlops_platform.adapters.mlflow.governed_store import GovernedStore
from mlops_platform.adapters.mlflow_addresses import MlflowAddresses, mlflow_addresses

MODEL = "acme.churn"


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="governed-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    addresses = mlflow_addresses(folder)
    (folder / "mlflow").mkdir()
    GovernedStore(addresses.registry).engine.dispose()
    return folder / "mlflow" / "mlflow.db"


def governed_database(home: Path) -> MlflowAddresses:
    """Make an empty governed database under a home, and return its addresses."""
    database = home / "mlflow" / "mlflow.db"
    database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_template(), database)
    return mlflow_addresses(home)


def client_of(addresses: MlflowAddresses) -> MlflowClient:
    """Return MLflow's own client, as anybody would use it."""
    return MlflowClient(tracking_uri=addresses.tracking, registry_uri=addresses.registry)


def register(client: MlflowClient, run: str = "1", **tags: str) -> int:
    """Register a version of the model, which is made where it is not there."""
    if not client.search_registered_models(f"name = '{MODEL}'"):
        client.create_registered_model(MODEL)
    made = client.create_model_version(
        MODEL, f"runs:/{run}/model", run_id=run, tags=tags or None, await_creation_for=0
    )
    return int(made.version)


@contextmanager
def raw(addresses: MlflowAddresses) -> Iterator[sqlite3.Connection]:
    """Open the database past MLflow."""
    with closing(sqlite3.connect(addresses.tracking.removeprefix("sqlite:///"))) as database:
        yield database
