"""Language models behind the OpenAI-compatible chat completions that most providers offer."""

from collections.abc import Sequence

from mlops_platform.adapters.language_model.circuit_breaker import CircuitBreaker
from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.adapters.language_model.request_form import RequestForm
from mlops_platform.core.language_model import NoReply, Question, Reply


class OpenAILanguageModel:
    """Fits the port `LanguageModel`; `openai` is loaded when the first question is asked."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._breaker = CircuitBreaker()
        self._form = RequestForm()

    @property
    def name(self) -> str:
        """Return provider and model."""
        return f"{self._endpoint.provider}/{self._endpoint.model}"

    def ask(self, questions: Sequence[Question], tokens: int) -> tuple[Reply | NoReply, ...]:
        """Ask independent questions at the same time; answers come in their order.

        They are asked in a thread with a loop of its own: who calls may have one that runs.
        """
        if not questions:
            return ()
        from anyio.from_thread import start_blocking_portal  # noqa: PLC0415 (slow, and rarely used)

        from mlops_platform.adapters.language_model.asking_together import (  # noqa: PLC0415
            AskingTogether,
        )

        asking = AskingTogether(self._endpoint, self._breaker, self._form)
        with start_blocking_portal() as portal:
            replies = portal.call(asking.ask, questions, tokens)
        self._form = asking.form
        return replies

    def keep(self, question: Question, reply: Reply) -> None:
        """Keep nothing: a service remembers by itself, or not at all."""
