import json
from datetime import UTC, datetime

import pytest
from pydantic import SecretStr

from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.adapters.language_model.refusal import Received, Refusal, read_refusal
from mlops_platform.adapters.language_model.request_form import RequestForm
from mlops_platform.core.language_model import Silence

KEY = "gsk_Zr8Qw2Lm5Xv9Tb4Ny7Kd"
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def refused(status: int, message: str = "", **headers: str) -> Refusal:
    endpoint = Endpoint("groq", "llama", "https://groq.example", SecretStr(KEY))
    body = json.dumps({"error": {"message": message}}) if message else ""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return read_refusal(endpoint, RequestForm(), Received(status, named, body), NOW)


@pytest.mark.parametrize(
    ("status", "silence", "may_pass"),
    [
        (302, Silence.REFUSED, False),
        (400, Silence.REFUSED, False),
        (401, Silence.REFUSED, False),
        (404, Silence.REFUSED, False),
        (429, Silence.RATE_LIMITED, True),
        (500, Silence.UNREACHABLE, True),
        (529, Silence.UNREACHABLE, True),
    ],
)
def test_the_status_decides(status, silence, may_pass):
    refusal = refused(status)
    assert (refusal.silence, refusal.may_pass) == (silence, may_pass)
    assert refusal.because.endswith(f"(status {status}).")


def test_what_the_service_says_is_quoted_without_the_key():
    assert refused(401, f"Incorrect key {KEY}").because == (
        "groq does not accept the key (status 401): “Incorrect key [key]”."
    )


def test_how_long_to_wait_is_what_the_service_asks_for():
    assert refused(429, retry_after="7").asked_seconds == 7
    assert refused(503).asked_seconds is None


def test_only_a_refused_request_is_put_into_another_form():
    message = "Unsupported parameter: 'max_tokens'"
    assert refused(400, message).form == RequestForm(length="max_completion_tokens")
    assert refused(429, message).form is None
