import json

import pytest

from mlops_platform.adapters.language_model.envelope import (
    Counted,
    UnusableAnswerError,
    read_envelope,
)
from mlops_platform.core.language_model import Silence
from mlops_platform_tests.servers.language_model_stub import completion

JSON = "application/json"


def written(body: object) -> bytes:
    return json.dumps(body).encode()


def test_the_text_and_what_it_took_are_read():
    answer = read_envelope(written(completion("words")), "application/json; charset=utf-8")
    assert answer == ("words", Counted(prompt_tokens=120, completion_tokens=30))


@pytest.mark.parametrize(
    "usage",
    [None, 3, {"prompt_tokens": None}, {"prompt_tokens": -5}, {"prompt_tokens": 10**30}],
)
def test_tokens_that_cannot_be_are_not_counted(usage):
    answer = read_envelope(written(completion("words") | {"usage": usage}), JSON)
    assert answer == ("words", Counted())


def test_what_services_add_does_not_matter():
    body = completion("words", reasoning="long") | {"service_tier": "on_demand", "x_groq": {}}
    assert read_envelope(written(body), JSON).text == "words"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (written(completion("words")), "text/html"),
        (written(completion("words")), ""),
        (b"", JSON),
        (b"[" * 100_000, JSON),
        (b"\xff\xfe", JSON),
        (written(completion("\ud800")), JSON),
        (written({"choices": []}), JSON),
        (written({"choices": [{"message": {"content": ["words"]}}]}), JSON),
        (written(completion("")), JSON),
        (written(completion(" \n")), JSON),
        (written(completion(None)), JSON),
        (written(completion("words", tool_calls=[{}])), JSON),
        (written(completion("words", function_call={"name": "run"})), JSON),
        (written(completion("words", finish_reason="length")), JSON),
    ],
)
def test_anything_else_cannot_be_read(content, kind):
    with pytest.raises(UnusableAnswerError) as refused:
        read_envelope(content, kind)
    assert refused.value.silence is Silence.UNREADABLE


@pytest.mark.parametrize("said", [{"finish_reason": "content_filter"}, {"refusal": "I will not."}])
def test_a_model_that_declines_has_refused(said):
    with pytest.raises(UnusableAnswerError) as refused:
        read_envelope(written(completion("", **said)), JSON)
    assert refused.value.silence is Silence.REFUSED
    assert refused.value.counted.completion_tokens == 30
