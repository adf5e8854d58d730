import asyncio

import pytest

from mlops_platform.adapters.language_model.asking import Asking, Service
from mlops_platform.adapters.language_model.circuit_breaker import CircuitBreaker
from mlops_platform.adapters.language_model.open_client import open_client
from mlops_platform.adapters.language_model.request_form import RequestForm
from mlops_platform.core.language_model import NoReply, Reply, Silence
from mlops_platform_tests.adapters.language_model.questions import (
    ANSWER,
    KEY,
    endpoint_at,
    question,
)
from mlops_platform_tests.servers.language_model_stub import serve_language_model

OLD = RequestForm()


@pytest.fixture
def stub():
    with serve_language_model(lambda _: ANSWER) as server:
        yield server


def ask(stub, form: RequestForm = OLD, **changes: object) -> tuple[Reply | NoReply, RequestForm]:
    async def asked() -> tuple[Reply | NoReply, RequestForm]:
        breaker = changes.pop("breaker", CircuitBreaker())
        endpoint = endpoint_at(stub, **changes)
        async with open_client(endpoint) as client:
            asking = Asking(Service(endpoint, client, breaker), question(), form)
            return await asking.ask(), asking.form

    return asyncio.run(asked())


def test_a_request_is_repeated_after_the_time_that_was_asked_for(stub):
    stub.mode, stub.times, stub.retry_after = "limited", 1, "0.3"
    reply, _ = ask(stub)
    assert isinstance(reply, Reply)
    first, second = (request.seconds for request in stub.requests)
    assert second - first >= 0.3
    assert reply.usage.requests == 2


@pytest.mark.parametrize("mode", ["failing", "cut"])
def test_a_failure_that_passes_costs_one_more_request(stub, mode):
    stub.mode, stub.times, stub.retry_after = mode, 1, "0"
    reply, _ = ask(stub)
    assert isinstance(reply, Reply)
    assert reply.usage.requests == 2


def test_there_are_three_requests_at_most(stub):
    stub.mode, stub.retry_after = "limited", "0"
    reply, _ = ask(stub)
    assert reply.silence is Silence.RATE_LIMITED
    assert reply.usage.requests == len(stub.requests) == 3
    assert reply.because == (
        "groq is asked more often than it allows (status 429): “Rate limit reached”."
    )


@pytest.mark.parametrize("asked_for", ["60", "Wed, 01 Jan 2400 00:00:00 GMT", "inf"])
def test_who_asks_for_more_time_than_there_is_is_not_waited_for(stub, asked_for):
    stub.mode, stub.retry_after = "limited", asked_for
    reply, _ = ask(stub)
    assert reply.usage.seconds < 10
    assert (reply.silence, reply.usage.requests) == (Silence.RATE_LIMITED, 1)


def test_a_newer_model_is_asked_in_its_own_form(stub):
    stub.mode = "wants_completion_tokens"
    reply, form = ask(stub)
    assert isinstance(reply, Reply)
    assert form == RequestForm(length="max_completion_tokens")
    assert [sorted(request.body) for request in stub.requests] == [
        ["max_tokens", "messages", "model", "temperature"],
        ["max_completion_tokens", "messages", "model", "temperature"],
    ]
    assert ask(stub, form)[0].usage.requests == 1


def test_a_temperature_that_is_refused_is_left_out(stub):
    stub.mode = "wants_no_temperature"
    assert isinstance(ask(stub)[0], Reply)
    assert "temperature" not in stub.requests[-1].body


def test_a_refusal_of_every_form_ends(stub):
    stub.mode = "echoing"
    reply, form = ask(stub)
    assert (reply.silence, form) == (Silence.REFUSED, OLD)
    assert "[key]" in reply.because
    assert KEY not in reply.because


def test_a_service_that_is_down_is_not_asked_again_by_who_waits_for_it(stub):
    stub.mode = "failing"
    breaker = CircuitBreaker()
    for _ in range(3):
        breaker.note(is_failure=True)
    reply, _ = ask(stub, breaker=breaker)
    assert (reply.silence, len(stub.requests)) == (Silence.UNREACHABLE, 1)


def test_nobody_at_the_address_is_said_with_the_cause(stub):
    reply, _ = ask(stub, address="http://127.0.0.1:9/v1", seconds=3.0)
    assert reply.silence is Silence.UNREACHABLE
    assert reply.because.startswith("groq could not be reached, or broke off")


def test_a_packed_answer_is_read(stub):
    stub.mode = "packed"
    assert ask(stub)[0].text == ANSWER


def test_text_without_bytes_is_sent_with_marks_in_its_place(stub):
    async def asked() -> None:
        endpoint = endpoint_at(stub)
        async with open_client(endpoint) as client:
            service = Service(endpoint, client, CircuitBreaker())
            await Asking(service, question(text="a \ud800 b"), RequestForm()).ask()

    asyncio.run(asked())
    assert stub.requests[0].body["messages"][1]["content"] == "a ? b"
