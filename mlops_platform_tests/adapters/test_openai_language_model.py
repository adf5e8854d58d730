"""The adapter against a real HTTP server, well-behaved and not."""

import asyncio
import tracemalloc

import pytest

from mlops_platform.adapters.openai_language_model import OpenAILanguageModel
from mlops_platform.core.language_model import NoReply, Reply, Silence
from mlops_platform.core.language_model_settings import Prices
from mlops_platform_tests.adapters.language_model.questions import (
    ANSWER,
    KEY,
    PLENTY,
    SECONDS,
    endpoint_at,
    question,
)
from mlops_platform_tests.servers.language_model_stub import (
    LanguageModelStub,
    serve_language_model,
)
from mlops_platform_tests.servers.own_certificate import write_certificate


@pytest.fixture
def stub():
    with serve_language_model(lambda _: ANSWER) as server:
        yield server


def ask(stub: LanguageModelStub, mode: str = "", **changes: object) -> Reply | NoReply:
    stub.mode = mode
    (reply,) = OpenAILanguageModel(endpoint_at(stub, **changes)).ask([question()], PLENTY)
    assert KEY not in repr(reply)
    return reply


def test_a_good_answer_comes_with_what_it_took(stub):
    reply = ask(stub, prices=Prices(0.5, 1.0))
    assert isinstance(reply, Reply)
    assert (reply.asset, reply.text, reply.is_remembered) == ("dataset_health", ANSWER, False)
    assert (reply.usage.requests, reply.usage.prompt_tokens) == (1, 120)
    assert reply.usage.cost == pytest.approx(0.00009)


def test_a_request_holds_what_every_service_knows_and_nothing_of_this_machine(stub, monkeypatch):
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-another")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-of-another")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Of-Another: yes")
    ask(stub)
    (request,) = stub.requests
    assert request.body == {
        "model": "llama",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "What is wrong?"},
        ],
        "max_tokens": 100,
        "temperature": 0,
    }
    headers = {name.lower(): value for name, value in request.headers.items()}
    assert headers.pop("authorization") == f"Bearer {KEY}"
    assert KEY not in f"{headers}{request.text}{request.path}"
    assert set(headers) == {
        *("host", "accept", "accept-encoding", "connection", "content-type", "content-length"),
        *("user-agent", "x-stainless-raw-response"),
    }
    assert headers["user-agent"] == "mlops-platform"


def test_who_has_a_loop_that_runs_can_ask_too(stub):
    async def inside() -> Reply | NoReply:
        return ask(stub)

    assert isinstance(asyncio.run(inside()), Reply)


def test_a_service_with_a_certificate_of_its_own_is_trusted_by_the_bundle_alone(tmp_path):
    bundle = write_certificate(tmp_path / "bundle.pem")
    with serve_language_model(lambda _: ANSWER, certificate=bundle) as stub:
        assert isinstance(ask(stub, ca_bundle=bundle), Reply)
        refused = ask(stub, seconds=3.0)
        assert len(stub.requests) == 1
    assert refused.silence is Silence.UNREACHABLE
    assert "certificate" in refused.because


def test_nothing_is_asked_about_nothing(stub):
    assert OpenAILanguageModel(endpoint_at(stub)).ask([], PLENTY) == ()


def test_what_was_learned_of_a_service_holds_for_the_next_questions(stub):
    stub.mode = "wants_completion_tokens"
    model = OpenAILanguageModel(endpoint_at(stub))
    assert [model.ask([question()], PLENTY)[0].usage.requests for _ in range(2)] == [2, 1]
    assert model.name == "groq/llama"


@pytest.mark.parametrize("mode", ["bomb", "failing_bomb", "codec", "huge"])
def test_no_answer_takes_much_memory(stub, mode):
    ask(stub)
    tracemalloc.start()
    ask(stub, mode)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 8 << 20


def test_without_a_key_none_is_sent(stub, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-provider")
    assert isinstance(ask(stub, key=None), Reply)
    assert "Authorization" not in stub.requests[0].headers


@pytest.mark.parametrize(
    ("mode", "silence", "requests"),
    [
        ("limited", Silence.RATE_LIMITED, None),
        ("failing", Silence.UNREACHABLE, None),
        ("unauthorized", Silence.REFUSED, 1),
        ("echoing", Silence.REFUSED, 1),
        ("redirecting", Silence.REFUSED, 1),
        ("hanging", Silence.TIMED_OUT, 1),
        ("dripping", Silence.TIMED_OUT, 1),
        ("dripping_headers", Silence.TIMED_OUT, 1),
        ("cut", Silence.UNREACHABLE, None),
        ("html", Silence.UNREADABLE, 1),
        ("huge", Silence.UNREADABLE, 1),
        ("bomb", Silence.UNREADABLE, 1),
        ("failing_bomb", Silence.UNREADABLE, 1),
        ("codec", Silence.REFUSED, 1),
        ("invalid", Silence.UNREADABLE, 1),
        ("truncated", Silence.UNREADABLE, 1),
        ("tools", Silence.UNREADABLE, 1),
        ("lengthy", Silence.UNREADABLE, 1),
        ("empty", Silence.UNREADABLE, 1),
        ("no_choices", Silence.UNREADABLE, 1),
        ("filtered", Silence.REFUSED, 1),
        ("leaking", Silence.REJECTED, 1),
        ("leaking_escaped", Silence.REJECTED, 1),
    ],
)
def test_every_misbehaviour_ends_in_time_with_its_reason(stub, mode, silence, requests):
    stub.target, stub.retry_after = "http://127.0.0.1:9", "0"
    seconds = 1.0 if silence is Silence.TIMED_OUT else SECONDS
    reply = ask(stub, mode, seconds=seconds)
    assert reply.usage.seconds < seconds + 3
    assert isinstance(reply, NoReply)
    assert reply.silence is silence
    assert reply.because.startswith("groq ")
    assert len(reply.because) < 300
    assert reply.because.isprintable()
    assert len(stub.requests) == reply.usage.requests
    assert requests is None or reply.usage.requests == requests
    assert reply.usage.requests <= 3
