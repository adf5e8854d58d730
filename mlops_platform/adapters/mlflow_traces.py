"""Calls of a language model as traces of MLflow, in the experiment of their repository.

Where MLflow takes nothing, a sentence says so, and the words stand.
"""

import time
import uuid
from collections.abc import Sequence

from mlops_platform.adapters.mlflow.open_client import (
    StoreUnreachableError,
    open_client,
    told_in_a_sentence,
)
from mlops_platform.adapters.mlflow_addresses import MlflowAddresses
from mlops_platform.core.language_model import Exchange


class MlflowTraces:
    """Fits the port `Traces`; MLflow is loaded when there is a call to keep."""

    def __init__(self, addresses: MlflowAddresses) -> None:
        self._addresses = addresses

    def record(self, repository: str, model: str, exchanges: Sequence[Exchange]) -> str:
        """Keep calls; return a link to all of them, or a sentence on why they were not kept."""
        try:
            with told_in_a_sentence(self._addresses):
                return self._sent(repository, model, exchanges)
        # An older server says so where it takes no spans.
        except (StoreUnreachableError, NotImplementedError) as error:
            return f"The calls were not traced: {error}"

    def _sent(self, repository: str, model: str, exchanges: Sequence[Exchange]) -> str:
        client = open_client(self._addresses)
        from mlflow.tracing.client import TracingClient  # noqa: PLC0415 (loads MLflow)

        from mlops_platform.adapters.mlflow.repository_experiment import (  # noqa: PLC0415
            repository_experiment,
        )
        from mlops_platform.adapters.mlflow.send_exchange import (  # noqa: PLC0415
            Conversation,
            send_exchange,
        )

        experiment = repository_experiment(client, repository, self._addresses.artifacts)
        session = uuid.uuid4().hex
        conversation = Conversation(experiment, session, model, time.time())
        tracing = TracingClient(self._addresses.tracking)
        for each in exchanges:
            send_exchange(client, tracing, conversation, each)
        return self._addresses.page(f"experiments/{experiment}/chat-sessions/{session}")
