"""A change that the lifecycle refuses, as MLflow's server and clients know errors: HTTP 422."""

from mlflow.exceptions import MlflowException
from mlflow.protos.databricks_pb2 import INVALID_STATE_TRANSITION

UNPROCESSABLE = 422
MARK = "refused_by_lifecycle"


class RefusedChangeError(MlflowException):
    """Our sentence; MLflow's UI shows it, and every client raises it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, INVALID_STATE_TRANSITION)
        self.json_kwargs = {MARK: True}

    def get_http_status_code(self) -> int:
        """Return the status for a request that is understood and not allowed."""
        return UNPROCESSABLE


def refusal_of(error: MlflowException) -> str | None:
    """Return our sentence from an error of MLflow's client, None for any other error."""
    if isinstance(error, RefusedChangeError):
        return error.message
    answered = getattr(error, "json", None)
    if not isinstance(answered, dict) or not answered.get(MARK):
        return None
    return str(answered.get("message", ""))
