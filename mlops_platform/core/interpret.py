"""Asks a language model to put a report into words, and takes nothing from it but words.

All sections are asked at the same time, what is unfit once more, then the report's own question.
Each answer is verified against the evidence that was shown; what fails leaves a silence and its
reason. Nothing here can change a finding, a score or a mandated urgency.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mlops_platform.core.conversation import Asked, Conversation, asked_about
from mlops_platform.core.evidence_block.block import tokens_of
from mlops_platform.core.evidence_block.report_block import REPORT, report_block
from mlops_platform.core.evidence_block.section_block import has_findings, section_block
from mlops_platform.core.language_model import (
    Exchange,
    LanguageModel,
    Question,
    Silence,
    Words,
)
from mlops_platform.core.prompts.prompt import system_text
from mlops_platform.core.report.judged_hash import judged_hash
from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import Changes
from mlops_platform.core.verifying.overrides import settle

SPARE_SHARES = 2
"""Shares of the budget that are kept for corrections."""

MOST_EVIDENCE = 6_000
"""Tokens of evidence in one question; what is shown beyond that is hardly read."""

NO_MODEL = "No language model is configured."
NOT_WANTED = "The language model was not asked, as this analysis was started without one."
NOTHING_APPLIES = "No finding applies, so there is nothing to put into words."
NOT_ASSESSED = "It could not be assessed, so there is nothing to put into words."
NOT_ML = "This is not a machine-learning project, so there is nothing to put into words."
OVER_BUDGET = "The token budget (TOKEN_BUDGET) leaves no room for its evidence."


class Interpreted(NamedTuple):
    """The section to be stored, and every exchange with the model, in order."""

    section: Interpretations
    exchanges: tuple[Exchange, ...] = ()


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
            asked.append(asked_about(asset, block))
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
    return conversation.ask([asked_about(REPORT, block)])[REPORT]


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


def _settled(words: Words, report: ReadinessReport) -> Words:
    facts = report.sections.retraining_recommendation.facts
    if words.interpretation is None or words.interpretation.urgency is None or facts is None:
        return words
    return words.model_copy(update={"interpretation": settle(words.interpretation, facts)})


def _nothing(asset: str, because: str) -> Words:
    return Words(asset=asset, silence=Silence.NOTHING_TO_SAY, because=because)
