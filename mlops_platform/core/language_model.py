"""The port to a language model, what is asked and answered, and the words that may come of it.

Words only: nothing here reaches a finding, a score, a cap or a mandated urgency.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal, Protocol

from pydantic import Field

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.urgency import Strategy, Urgency

BYTES_OF_A_TOKEN = 3
"""An estimate that is rather too high a count: English has four and more, JSON about three."""


class Silence(StrEnum):
    """Why there are no words of a model."""

    NOT_ASKED = "not_asked"
    NOTHING_TO_SAY = "nothing_to_say"
    OVER_BUDGET = "over_budget"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    RATE_LIMITED = "rate_limited"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    REJECTED = "rejected"


class Message(Frozen):
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    text: str


class Question(Frozen):
    """What is asked about one asset; the answer may take `answer_tokens`."""

    asset: str
    messages: tuple[Message, ...]
    answer_tokens: int = Field(default=2_000, gt=0)

    def size_bytes(self) -> int:
        """Return how long it is."""
        return sum(len(message.text.encode("utf-8", "replace")) for message in self.messages)

    def tokens(self) -> int:
        """Estimate what it and its answer may take."""
        return -(-self.size_bytes() // BYTES_OF_A_TOKEN) + self.answer_tokens


class Usage(Frozen):
    """What asking cost: requests, tokens, seconds; `cost` in US dollars, None where unknown.

    Tokens are what the service counted, 0 where it does not tell.
    """

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    cost: float | None = None


class Reply(Frozen):
    """What a model said, unread and not to be trusted; remembered replies cost nothing."""

    asset: str
    text: str
    usage: Usage = Usage()
    is_remembered: bool = False


class NoReply(Frozen):
    """Why a question has no reply; `because` is a sentence without secrets."""

    asset: str
    silence: Silence
    because: str
    usage: Usage = Usage()


def spent_tokens(question: Question, usage: Usage) -> int:
    """Return what asking took; what the service does not tell may be charged all the same."""
    told = usage.prompt_tokens + usage.completion_tokens
    return told or (question.tokens() if usage.requests else 0)


class LanguageModel(Protocol):
    """Puts findings into words. Every failure is a `NoReply`, never an exception."""

    @property
    def name(self) -> str:
        """Return provider and model, such as `groq/llama-3.3-70b-versatile`."""
        ...

    def ask(self, questions: Sequence[Question], tokens: int) -> tuple[Reply | NoReply, ...]:
        """Ask independent questions at the same time; answers come in their order.

        `tokens` is what all of them together may take, prompts and answers.
        """
        ...

    def keep(self, question: Question, reply: Reply) -> None:
        """Learn that a reply is fit to be given to this question again, by whoever remembers."""
        ...


class Statement(Frozen):
    """One sentence of a model's, and what it rests on: `asset.rule`, or `asset` as a whole."""

    text: str
    findings: tuple[str, ...]


class Override(Frozen):
    """What a model decided, and what stands instead, for a reason of ours."""

    decision: Literal["urgency", "strategy"]
    said: str
    stands: str
    because: str


class Interpretation(Frozen):
    """What a model says of an asset's findings; `urgency` and `strategy` of retraining alone.

    `rationale` is for readers who do not program. `changes` are of the report alone.
    """

    summary: tuple[Statement, ...]
    root_causes: tuple[Statement, ...] = ()
    recommendations: tuple[Statement, ...] = ()
    rationale: tuple[Statement, ...] = ()
    changes: tuple[Statement, ...] = ()
    urgency: Urgency | None = None
    strategy: Strategy | None = None
    overrides: tuple[Override, ...] = ()


class Words(Frozen):
    """The interpretation of one asset, or why there is none.

    `prompt` and `evidence` are SHA-256 of what was asked; `left_out` counts findings that the
    budget left no room for.
    """

    asset: str
    interpretation: Interpretation | None = None
    silence: Silence | None = None
    because: str = ""
    prompt: str = ""
    evidence: str = ""
    left_out: int = 0


class Exchange(Frozen):
    """One question, what came of it, and the verdict on it: for who traces the calls.

    `prompt` and `evidence` are the hashes that stand beside the words.
    """

    question: Question
    reply: Reply | NoReply
    prompt: str
    evidence: str
    verdict: str


class Traces(Protocol):
    """Keeps what was asked and answered where operators look for it."""

    def record(self, repository: str, model: str, exchanges: Sequence[Exchange]) -> str:
        """Keep exchanges; return a link to them, or a sentence on why they were not kept."""
        ...
