"""The answer of chat completions, read strictly where we rely on it and not at all elsewhere."""

from typing import NamedTuple

from pydantic import BaseModel, Field, ValidationError

from mlops_platform.core.language_model import Silence

JSON = "application/json"
MOST_TOKENS = 1_000_000_000


class Counted(BaseModel):
    """Tokens, as the service counts them; 0 where it does not."""

    prompt_tokens: int = Field(default=0, ge=0, le=MOST_TOKENS)
    completion_tokens: int = Field(default=0, ge=0, le=MOST_TOKENS)


class Answer(NamedTuple):
    """What the model said, and what it took."""

    text: str
    counted: Counted


class UnusableAnswerError(Exception):
    """An answer without words that can be used; it says what it is as a clause."""

    def __init__(self, silence: Silence, what: str, counted: Counted | None = None) -> None:
        super().__init__(what)
        self.silence = silence
        self.counted = counted


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[object] | None = None
    function_call: object = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Envelope(BaseModel):
    choices: list[_Choice] = Field(min_length=1)
    usage: object = None


def read_envelope(body: bytes, content_type: str) -> Answer:
    """Read the body of a success. Raises UnusableAnswerError."""
    if content_type.partition(";")[0].strip().lower() != JSON:
        raise UnusableAnswerError(Silence.UNREADABLE, "what came is not JSON by its content type")
    try:
        envelope = _Envelope.model_validate_json(body)
    except ValidationError:
        raise UnusableAnswerError(
            Silence.UNREADABLE, "what came is not an answer of chat completions"
        ) from None
    choice, counted = envelope.choices[0], _counted(envelope.usage)
    if problem := _problem(choice):
        raise UnusableAnswerError(*problem, counted)
    assert choice.message.content  # noqa: S101 (a choice without content is a problem)
    return Answer(choice.message.content, counted)


def _problem(choice: _Choice) -> tuple[Silence, str] | None:
    message = choice.message
    if message.tool_calls or message.function_call:
        return Silence.UNREADABLE, "the model asked for a tool, and was given none"
    if choice.finish_reason == "content_filter" or message.refusal:
        return Silence.REFUSED, "the model or a filter of its service declined to answer"
    if choice.finish_reason == "length":
        return Silence.UNREADABLE, "the answer was cut off at the number of tokens that it may take"
    if not (message.content and message.content.strip()):
        return Silence.UNREADABLE, "the answer is empty"
    return None


def _counted(usage: object) -> Counted:
    try:
        return Counted.model_validate(usage or {})
    except ValidationError:
        return Counted()
