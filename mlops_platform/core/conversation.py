"""Questions to a language model, their answers verified, and what is unfit asked once more."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from mlops_platform.core.evidence_block.block import EvidenceBlock
from mlops_platform.core.evidence_block.shown_text import shown
from mlops_platform.core.language_model import (
    Exchange,
    Interpretation,
    LanguageModel,
    Message,
    NoReply,
    Question,
    Reply,
    Silence,
    Words,
    spent_tokens,
)
from mlops_platform.core.prompts.prompt import system_text
from mlops_platform.core.verifying.verify import Fault, verify

LONGEST_REPEAT = 4_000
"""Characters of a refused reply that are shown to the model again."""


Verdict = Interpretation | Fault | NoReply
Heard = tuple[Reply | NoReply, Verdict]


class Asked(NamedTuple):
    """A question with what it rests on."""

    question: Question
    block: EvidenceBlock
    prompt: str

    @property
    def asset(self) -> str:
        """Return what it asks about."""
        return self.question.asset

    def words(self, silence: Silence | None = None, because: str = "") -> Words:
        """Return the answer's frame, with why it is empty."""
        return Words(
            asset=self.asset,
            silence=silence,
            because=because,
            prompt=self.prompt,
            evidence=self.block.hash,
            left_out=self.block.left_out,
        )


class Conversation:
    """Keeps what was exchanged with a model, and the tokens that are left."""

    def __init__(self, model: LanguageModel, tokens: int) -> None:
        self.model = model
        self.left = tokens
        self.exchanges: list[Exchange] = []

    def ask(self, asked: Sequence[Asked], reserve: int = 0) -> dict[str, Words]:
        """Ask all at the same time, and once more what was answered unfit; answer by asset."""
        first = self._round(asked, reserve)
        unfit = [
            (each, reply, fault)
            for each, (reply, fault) in zip(asked, first, strict=True)
            if isinstance(reply, Reply) and isinstance(fault, Fault)
        ]
        again = [_corrected(each, reply, fault) for each, reply, fault in unfit]
        second = dict(zip([each.asset for each in again], self._round(again, reserve), strict=True))
        words = {}
        for each, heard in zip(asked, first, strict=True):
            better = second.get(each.asset, heard)
            reply, verdict = better if isinstance(better[0], Reply) else heard
            if isinstance(reply, Reply) and isinstance(verdict, Interpretation):
                self.model.keep(each.question, reply)
            words[each.asset] = _words(each, verdict)
        return words

    def _round(self, asked: Sequence[Asked], reserve: int) -> list[Heard]:
        if not asked:
            return []
        replies = self.model.ask([each.question for each in asked], max(0, self.left - reserve))
        heard = [(reply, _verdict(each, reply)) for each, reply in zip(asked, replies, strict=True)]
        for each, (reply, verdict) in zip(asked, heard, strict=True):
            self.left -= spent_tokens(each.question, reply.usage)
            self.exchanges.append(
                Exchange(
                    question=each.question,
                    reply=reply,
                    prompt=each.prompt,
                    evidence=each.block.hash,
                    verdict=_said(verdict),
                )
            )
        return heard


def asked_about(asset: str, block: EvidenceBlock) -> Asked:
    """Make the question: the rules and the asset's prompt, then the evidence."""
    system = system_text(asset)
    messages = (Message(role="system", text=system), Message(role="user", text=block.text))
    prompt = sha256(system.encode()).hexdigest()
    return Asked(Question(asset=asset, messages=messages), block, prompt)


def _corrected(asked: Asked, reply: Reply, fault: Fault) -> Asked:
    """Ask again: the refused reply, cleaned as any foreign text, and what is wrong with it."""
    listed = "\n".join(f"- {each}" for each in fault.faults)
    text = (
        f"This answer cannot be used:\n{listed}\n"
        "Answer the question again, by the same rules: one JSON object, and nothing else."
    )
    messages = (
        *asked.question.messages,
        Message(role="assistant", text=shown(reply.text, LONGEST_REPEAT) or "{}"),
        Message(role="user", text=text),
    )
    return asked._replace(question=asked.question.model_copy(update={"messages": messages}))


def _verdict(asked: Asked, reply: Reply | NoReply) -> Verdict:
    return reply if isinstance(reply, NoReply) else verify(asked.asset, reply.text, asked.block)


def _said(verdict: Verdict) -> str:
    if isinstance(verdict, Interpretation):
        return "accepted"
    if isinstance(verdict, Fault):
        return f"{verdict.silence.value}: {'; '.join(verdict.faults)}"
    return f"{verdict.silence.value}: {verdict.because}"


def _words(asked: Asked, verdict: Verdict) -> Words:
    if isinstance(verdict, Interpretation):
        return asked.words().model_copy(update={"interpretation": verdict})
    if isinstance(verdict, Fault):
        reason = "has not the form that was asked for"
        if verdict.silence is Silence.REJECTED:
            reason = "does not keep to the evidence"
        return asked.words(verdict.silence, f"Its answer {reason}: {verdict.faults[0]}.")
    return asked.words(verdict.silence, verdict.because)
