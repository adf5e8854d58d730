"""Asks independent questions at the same time: what they share are slots, tokens and bad luck."""

import asyncio
from collections.abc import Sequence

import httpx2

from mlops_platform.adapters.language_model.asking import Asking, Service
from mlops_platform.adapters.language_model.circuit_breaker import CircuitBreaker
from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.adapters.language_model.open_client import open_client
from mlops_platform.adapters.language_model.request_form import RequestForm
from mlops_platform.adapters.language_model.token_budget import TokenBudget
from mlops_platform.core.language_model import NoReply, Question, Reply, Silence, spent_tokens

MOST_BYTES = 200_000
"""Of one question; its evidence is budgeted far below."""


class AskingTogether:
    """Asks an endpoint; `form` is the one that it understood last."""

    def __init__(self, endpoint: Endpoint, breaker: CircuitBreaker, form: RequestForm) -> None:
        self.form = form
        self._endpoint = endpoint
        self._breaker = breaker
        self._slots = asyncio.Semaphore(endpoint.at_once)
        self._line = asyncio.Lock()

    async def ask(self, questions: Sequence[Question], tokens: int) -> tuple[Reply | NoReply, ...]:
        """Ask all of them; the first ones are the first to be given tokens."""
        try:
            client = open_client(self._endpoint)
        # What the client says of a proxy that it cannot use: an unknown scheme, a missing package.
        except (OSError, ValueError, ImportError, httpx2.InvalidURL) as error:
            because = f"The client of {self._endpoint.provider} cannot be opened"
            return tuple(
                _silent(
                    question,
                    Silence.UNREACHABLE,
                    f"{because} ({type(error).__name__});"
                    " see LLM_BASE_URL, MLOPS_PLATFORM_CA_BUNDLE and the proxy of the environment.",
                )
                for question in questions
            )
        async with client:
            service = Service(self._endpoint, client, self._breaker)
            budget = TokenBudget(tokens)
            turns = [self._turn(service, question, budget) for question in questions]
            return tuple(await asyncio.gather(*turns))

    async def _turn(
        self, service: Service, question: Question, budget: TokenBudget
    ) -> Reply | NoReply:
        if question.size_bytes() > MOST_BYTES:
            because = f"The question is longer than {MOST_BYTES // 1000} kB."
            return _silent(question, Silence.OVER_BUDGET, because)
        reserved = question.tokens()
        async with self._line:
            await self._slots.acquire()
            has_room = await budget.reserve(reserved)
        try:
            if not has_room:
                because = f"The question needs about {reserved} tokens, and fewer are left."
                return _silent(question, Silence.OVER_BUDGET, because)
            reply = await self._asked(service, question)
            budget.settle(reserved, spent_tokens(question, reply.usage))
            return reply
        finally:
            self._slots.release()

    async def _asked(self, service: Service, question: Question) -> Reply | NoReply:
        if self._breaker.is_open():
            because = f"{self._endpoint.provider} failed several times in a row, and is left alone."
            return _silent(question, Silence.UNREACHABLE, because)
        asking = Asking(service, question, self.form)
        reply = await asking.ask()
        if isinstance(reply, Reply):
            self.form = asking.form
        return reply


def _silent(question: Question, silence: Silence, because: str) -> NoReply:
    return NoReply(asset=question.asset, silence=silence, because=because)
