import asyncio
import threading
import time

import pytest

from mlops_platform.adapters.language_model.asking_together import AskingTogether
from mlops_platform.adapters.language_model.circuit_breaker import CircuitBreaker
from mlops_platform.adapters.language_model.request_form import RequestForm
from mlops_platform.core.language_model import NoReply, Question, Reply, Silence
from mlops_platform_tests.adapters.language_model.questions import (
    PLENTY,
    endpoint_at,
    question,
)
from mlops_platform_tests.servers.language_model_stub import serve_language_model

ASSETS = [f"asset_{number}" for number in range(8)]
ALL = [question(asset, text=f"What of {asset}?") for asset in ASSETS]


class Slow:
    """Answers after a while, and knows how many were waiting for it at most."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting = 0
        self.most = 0

    def __call__(self, body: dict) -> str:
        with self._lock:
            self._waiting += 1
            self.most = max(self.most, self._waiting)
        time.sleep(0.1)
        with self._lock:
            self._waiting -= 1
        return body["messages"][1]["content"]


@pytest.fixture
def slow():
    return Slow()


@pytest.fixture
def stub(slow):
    with serve_language_model(slow) as server:
        yield server


def ask(
    stub,
    questions: list[Question],
    tokens: int = PLENTY,
    breaker: CircuitBreaker | None = None,
    **changes: object,
) -> tuple[Reply | NoReply, ...]:
    endpoint = endpoint_at(stub, **changes)

    async def asked() -> tuple[Reply | NoReply, ...]:
        together = AskingTogether(endpoint, breaker or CircuitBreaker(), RequestForm())
        return await together.ask(questions, tokens)

    return asyncio.run(asked())


def test_questions_are_asked_at_the_same_time_and_answered_in_their_order(stub, slow):
    replies = ask(stub, ALL)
    assert [(reply.asset, reply.text) for reply in replies] == [
        (asset, f"What of {asset}?") for asset in ASSETS
    ]
    assert slow.most > 2


def test_a_service_is_asked_no_more_at_once_than_its_preset_says(stub, slow):
    replies = ask(stub, ALL[:4], at_once=1)
    assert all(isinstance(reply, Reply) for reply in replies)
    assert slow.most == 1


def test_the_first_questions_get_the_tokens_and_what_is_left_is_used(stub):
    # The stub counts 150 tokens an answer; each of these is estimated at 109.
    replies = ask(stub, ALL[:4], tokens=300)
    silences = [getattr(reply, "silence", None) for reply in replies]
    assert silences == [None, None, Silence.OVER_BUDGET, Silence.OVER_BUDGET]
    assert len(stub.requests) == 2
    assert replies[2].usage.requests == 0


def test_a_smaller_question_may_fit_where_a_larger_one_does_not(stub):
    large = question("large", tokens=5_000)
    replies = ask(stub, [large, ALL[0]], tokens=300)
    assert replies[0].silence is Silence.OVER_BUDGET
    assert isinstance(replies[1], Reply)


def test_what_an_answer_did_not_take_is_there_for_the_next(stub):
    # Each reserves about 1000 tokens and takes 150.
    questions = [question(asset, tokens=1_000) for asset in ASSETS[:3]]
    replies = ask(stub, questions, tokens=1_400)
    assert all(isinstance(reply, Reply) for reply in replies)


def test_a_question_that_is_too_long_is_not_sent(stub):
    (reply,) = ask(stub, [question(text="x" * 200_001)], tokens=10**9)
    assert (reply.silence, reply.because) == (
        Silence.OVER_BUDGET,
        "The question is longer than 200 kB.",
    )
    assert stub.requests == []


def test_a_service_that_is_down_is_left_alone_after_three_questions(stub):
    stub.mode = "hanging"
    breaker = CircuitBreaker()
    replies = ask(stub, ALL, breaker=breaker, at_once=1, seconds=0.3)
    assert [reply.silence for reply in replies] == 3 * [Silence.TIMED_OUT] + 5 * [
        Silence.UNREACHABLE
    ]
    assert len(stub.requests) == 3
    stub.mode = ""
    (later,) = ask(stub, ALL[:1], breaker=breaker)
    assert "left alone" in later.because
    assert len(stub.requests) == 3


def test_what_cannot_be_opened_answers_every_question(stub, tmp_path):
    replies = ask(stub, ALL, ca_bundle=tmp_path / "missing.pem")
    assert {reply.silence for reply in replies} == {Silence.UNREACHABLE}
    assert "MLOPS_PLATFORM_CA_BUNDLE" in replies[0].because
    assert str(tmp_path) not in replies[0].because


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:9", "gopher://127.0.0.1:9", "http://[::1", "http://[::1]:99999"]
)
def test_a_proxy_that_cannot_be_used_answers_the_question(stub, monkeypatch, proxy):
    monkeypatch.setenv("ALL_PROXY", proxy)
    (reply,) = ask(stub, ALL[:1], address="https://llm.example/v1")
    assert (reply.silence, reply.usage.requests <= 1) == (Silence.UNREACHABLE, True)


def test_one_answer_teaches_the_form_of_the_next(stub):
    stub.mode = "wants_completion_tokens"
    ask(stub, ALL[:3], at_once=1)
    assert len(stub.requests) == 4
