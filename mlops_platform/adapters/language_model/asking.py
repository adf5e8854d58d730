"""Asks one question of an endpoint: requests, repetitions, one deadline; every ending is a value.

This file and what it stands on load `openai`, which takes a second: import it to ask, not before.
"""

import asyncio
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, cast

import httpx2
import openai

from mlops_platform.adapters.language_model.bounded_body import UnusableBodyError
from mlops_platform.adapters.language_model.circuit_breaker import CircuitBreaker
from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.adapters.language_model.envelope import (
    Answer,
    Counted,
    UnusableAnswerError,
    read_envelope,
)
from mlops_platform.adapters.language_model.key_redaction import holds_key, quotation
from mlops_platform.adapters.language_model.refusal import Received, Refusal, read_refusal
from mlops_platform.adapters.language_model.request_form import RequestForm
from mlops_platform.adapters.language_model.retry_delay import delay_seconds
from mlops_platform.core.language_model import NoReply, Question, Reply, Silence, Usage

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam

MOST_REQUESTS = 3
FAILURES = frozenset({Silence.TIMED_OUT, Silence.UNREACHABLE})


class Service(NamedTuple):
    """An endpoint, the client that reaches it, and whether it is left alone."""

    endpoint: Endpoint
    client: openai.AsyncOpenAI
    breaker: CircuitBreaker


class Asking:
    """One question to a service; `form` is the one that was understood, if any was."""

    def __init__(self, service: Service, question: Question, form: RequestForm) -> None:
        self.form = form
        self._service = service
        self._question = question
        self._requests = 0

    async def ask(self) -> Reply | NoReply:
        """Ask until there is an answer, or a refusal that does not pass in time."""
        endpoint, began = self._service.endpoint, time.monotonic()
        outcome: Answer | Refusal
        until = asyncio.get_running_loop().time() + endpoint.seconds
        try:
            async with asyncio.timeout_at(until):
                outcome = await self._repeated(until)
        except TimeoutError:
            outcome = self._refusal(
                Silence.TIMED_OUT, f"did not answer within {endpoint.seconds:g} seconds."
            )
        is_failure = isinstance(outcome, Refusal) and outcome.silence in FAILURES
        self._service.breaker.note(is_failure=is_failure)
        return self._told(outcome, time.monotonic() - began)

    async def _repeated(self, until: float) -> Answer | Refusal:
        form = self.form
        while True:
            self._requests += 1
            outcome = await self._sent(form)
            if isinstance(outcome, Answer):
                self.form = form
                return outcome
            if self._requests == MOST_REQUESTS or self._service.breaker.is_open():
                return outcome
            if outcome.form:
                form = outcome.form
                continue
            delay = delay_seconds(self._requests, outcome.asked_seconds)
            if not outcome.may_pass or asyncio.get_running_loop().time() + delay > until:
                return outcome
            await asyncio.sleep(delay)

    async def _sent(self, form: RequestForm) -> Answer | Refusal:
        try:
            response = await self._request(form)
            return read_envelope(response.content, response.headers.get("content-type", ""))
        except openai.APIStatusError as error:
            answer = error.response
            received = Received(answer.status_code, answer.headers, answer.text)
            return read_refusal(self._service.endpoint, form, received, datetime.now(UTC))
        except ExceptionGroup:  # as a proxy with a port beyond 65535 fails
            return self._refusal(Silence.UNREACHABLE, "could not be reached by its proxy.")
        except openai.APIConnectionError as error:
            said = quotation(str(error.__cause__ or ""), self._service.endpoint.secret())
            refusal = self._refusal(
                Silence.UNREACHABLE, f"could not be reached, or broke off{said}."
            )
            return refusal._replace(may_pass=True)
        except UnusableBodyError as error:
            return self._refusal(Silence.UNREADABLE, f"cannot be read: {error}.")
        except UnusableAnswerError as error:
            refusal = self._refusal(error.silence, f"gave no words: {error}.")
            return refusal._replace(counted=error.counted)

    async def _request(self, form: RequestForm) -> httpx2.Response:
        messages = [
            # Lone surrogates have no bytes, and are no text of anybody.
            {"role": message.role, "content": message.text.encode("utf-8", "replace").decode()}
            for message in self._question.messages
        ]
        tokens = self._question.answer_tokens
        is_new = form.length == "max_completion_tokens"
        raw = await self._service.client.chat.completions.with_raw_response.create(
            model=self._service.endpoint.model,
            messages=cast("list[ChatCompletionMessageParam]", messages),
            max_tokens=openai.omit if is_new else tokens,
            max_completion_tokens=tokens if is_new else openai.omit,
            temperature=0 if form.has_temperature else openai.omit,
        )
        return raw.http_response

    def _told(self, outcome: Answer | Refusal, seconds: float) -> Reply | NoReply:
        asset, endpoint = self._question.asset, self._service.endpoint
        counted = outcome.counted or Counted()
        usage = endpoint.priced(
            Usage(
                requests=self._requests,
                prompt_tokens=counted.prompt_tokens,
                completion_tokens=counted.completion_tokens,
                seconds=round(seconds, 3),
            )
        )
        if isinstance(outcome, Refusal):
            return NoReply(
                asset=asset, silence=outcome.silence, because=outcome.because, usage=usage
            )
        if holds_key(outcome.text, endpoint.secret()):
            because = f"{endpoint.provider} repeated the key in its answer, which was dropped."
            return NoReply(asset=asset, silence=Silence.REJECTED, because=because, usage=usage)
        return Reply(asset=asset, text=outcome.text, usage=usage)

    def _refusal(self, silence: Silence, what: str) -> Refusal:
        return Refusal(silence, f"{self._service.endpoint.provider} {what}")
