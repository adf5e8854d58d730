"""Asks a language model to put a report into words, and takes nothing from it but words.

All sections are asked at the same time, what is unfit once more, then the report's own question.
Each answer is verified against the evidence that was shown; what fails leaves a silence and its
reason. Nothing here can change a finding, a score or a mandated urgency.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from mlops_platform.core.evidence_block.block import EvidenceBlock, tokens_of
from mlops_platform.core.evidence_block.report_block import REPORT, report_block
from mlops_platform.core.evidence_block.section_block import has_findings, section_block
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
)
from mlops_platform.core.prompts.prompt import system_text
from mlops_platform.core.report.judged_hash import judged_hash
from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import Changes
from mlops_platform.core.verifying.overrides import settle
from mlops_platform.core.verifying.verify import Fault, verify

SPARE_SHARES = 2
"""Shares of the budget that are kept for corrections."""

MOST_EVIDENCE = 6_000
"""Tokens of evidence in one question; what is shown beyond that is hardly read."""

LONGEST_REPEAT = 6_000
"""Characters of a refused reply that are shown to the model again."""

NO_MODEL = "No language model is configured."
NOT_WANTED = "The language model was not asked, as this analysis was started without one."
NOTHING_APPLIES = "No finding applies, so there is nothing to put into words."
NOT_ASSESSED = "The section could not be assessed, so there is nothing to put into words."
NOT_ML = "This is not a machine-learning project, so there is nothing to put into words."
OVER_BUDGET = "The token budget (TOKEN_BUDGET) leaves no room for its evidence."


class Interpreted(NamedTuple):
    """The section to be stored, and every exchange with the model, in order."""

    section: Interpretations
    exchanges: tuple[Exchange, ...] = ()


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
        for each, (_, verdict) in zip(asked, first, strict=True):
            reply, better = second.get(each.asset, (None, verdict))
            is_answered = reply is None or isinstance(reply, Reply)
            words[each.asset] = _words(each, better if is_answered else verdict)
        return words

    def _round(self, asked: Sequence[Asked], reserve: int) -> list["Heard"]:
        if not asked:
            return []
        replies = self.model.ask([each.question for each in asked], max(0, self.left - reserve))
        heard = [(reply, _verdict(each, reply)) for each, reply in zip(asked, replies, strict=True)]
        for each, (reply, verdict) in zip(asked, heard, strict=True):
            self.left -= reply.usage.prompt_tokens + reply.usage.completion_tokens
            self.exchanges.append(
                Exchange(
                    question=each.question,
                    reply=reply,
                    prompt=each.prompt,
                    verdict=_said(verdict),
                )
            )
        return heard


Verdict = Interpretation | Fault | NoReply
Heard = tuple[Reply | NoReply, Verdict]


def interpret(
    report: ReadinessReport, changes: Changes | None, model: LanguageModel, tokens: int
) -> Interpreted:
    """Put a report into words, within a budget of tokens for all questions and answers."""
    silent, asked = _questions(report, tokens)
    conversation = Conversation(model, tokens)
    share = _share(report, tokens)
    words = silent | conversation.ask(asked, reserve=share)
    words |= {REPORT: _on_the_whole(report, changes, conversation, words, share)}
    settled = [_settled(words[asset], report) for asset in (*report.sections.by_asset(), REPORT)]
    section = Interpretations(
        revision=report.revision,
        judged=judged_hash(report),
        language_model=model.name,
        words=tuple(settled),
    )
    return Interpreted(section, tuple(conversation.exchanges))


def without_words(report: ReadinessReport, language_model: str) -> Interpretations:
    """Return the section where no model is asked; `language_model` is "" where there is none."""
    because = NOT_WANTED if language_model else NO_MODEL
    return Interpretations(
        revision=report.revision,
        judged=judged_hash(report),
        language_model=language_model,
        words=tuple(
            Words(asset=asset, silence=Silence.NOT_ASKED, because=because)
            for asset in (*report.sections.by_asset(), REPORT)
        ),
    )


def _questions(report: ReadinessReport, tokens: int) -> tuple[dict[str, Words], list[Asked]]:
    silent, asked = dict[str, Words](), []
    share = _share(report, tokens)
    for asset, section in report.sections.by_asset().items():
        if report.is_ml_project is False:
            silent[asset] = _nothing(asset, NOT_ML)
        elif not has_findings(section):
            silent[asset] = _nothing(asset, NOT_ASSESSED if section.failure else NOTHING_APPLIES)
        elif block := section_block(section, _room(asset, share)):
            asked.append(_asked(asset, block))
        else:
            silent[asset] = Words(asset=asset, silence=Silence.OVER_BUDGET, because=OVER_BUDGET)
    return silent, asked


def _on_the_whole(
    report: ReadinessReport,
    changes: Changes | None,
    conversation: Conversation,
    words: Mapping[str, Words],
    share: int,
) -> Words:
    """Ask the report's own question, unless no section has words: the model then has none."""
    said = {asset: each.interpretation for asset, each in words.items() if each.interpretation}
    if not said:
        return _silent_as(words)
    block = report_block(report, changes, said, _room(REPORT, share))
    if block is None:
        return Words(asset=REPORT, silence=Silence.OVER_BUDGET, because=OVER_BUDGET)
    return conversation.ask([_asked(REPORT, block)])[REPORT]


def _silent_as(words: Mapping[str, Words]) -> Words:
    """Be silent for the reason of most sections that could have spoken."""
    reasons = [(each.silence, each.because) for each in words.values()]
    open_reasons = [each for each in reasons if each[0] is not Silence.NOTHING_TO_SAY] or reasons
    silence, because = max(open_reasons, key=open_reasons.count)
    return Words(asset=REPORT, silence=silence, because=because)


def _share(report: ReadinessReport, tokens: int) -> int:
    return tokens // (len(report.sections.by_asset()) + 1 + SPARE_SHARES)


def _room(asset: str, share: int) -> int:
    """Return the tokens for evidence: the share without what is always sent and the answer."""
    answer = Question(asset=asset, messages=()).answer_tokens
    return min(MOST_EVIDENCE, share - answer - tokens_of(system_text(asset)))


def _asked(asset: str, block: EvidenceBlock) -> Asked:
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


def _settled(words: Words, report: ReadinessReport) -> Words:
    facts = report.sections.retraining_recommendation.facts
    if words.interpretation is None or words.interpretation.urgency is None or facts is None:
        return words
    return words.model_copy(update={"interpretation": settle(words.interpretation, facts)})


def _nothing(asset: str, because: str) -> Words:
    return Words(asset=asset, silence=Silence.NOTHING_TO_SAY, because=because)
