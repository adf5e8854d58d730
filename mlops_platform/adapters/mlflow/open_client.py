"""Opens MLflow's client: quiet, without telemetry, and with short patience.

MLflow is loaded here, when it is needed: that alone takes two seconds of a processor.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mlops_platform.adapters.mlflow_addresses import MlflowAddresses
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.report.escaping import one_line

if TYPE_CHECKING:
    from mlflow.tracking import MlflowClient

QUIET = {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR": "false",
    "MLFLOW_LOGGING_LEVEL": "ERROR",
    "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true",
    # Its own defaults keep a caller waiting for minutes when the server is down.
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "2",
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "30",
}
LONGEST_REASON = 200


class StoreUnreachableError(PlatformError):
    """MLflow did not take or give what it was asked for."""


def open_client(addresses: MlflowAddresses) -> "MlflowClient":
    """Return a client of these addresses; what the operator sets for MLflow stands."""
    _be_quiet()
    from mlflow.tracking import MlflowClient  # noqa: PLC0415 (see above)

    if addresses.artifacts is not None:
        addresses.artifacts.mkdir(parents=True, exist_ok=True)
    return MlflowClient(tracking_uri=addresses.tracking, registry_uri=addresses.registry)


@contextmanager
def told_in_a_sentence(addresses: MlflowAddresses) -> Iterator[None]:
    """Turn what MLflow raises into a StoreUnreachableError."""
    _be_quiet()
    from mlflow.exceptions import MlflowException  # noqa: PLC0415 (see above)
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 (comes with it)

    try:
        yield
    # What goes wrong between us and a server is an OSError, also in the library that asks it.
    except (MlflowException, SQLAlchemyError, OSError) as error:
        where = f"at {addresses.server}" if addresses.server else "in its database"
        said = one_line(f"{type(error).__name__}: {error}", LONGEST_REASON)
        raise StoreUnreachableError(
            f"MLflow {where} did not do what it was asked ({said}); start it, or correct"
            " MLFLOW_TRACKING_URI."
        ) from error


def _be_quiet() -> None:
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
