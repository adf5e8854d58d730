"""A reply to an interpretation, or to what is wrong with it."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.evidence_block.block import EvidenceBlock
from mlops_platform.core.evidence_block.report_block import CHANGES
from mlops_platform.core.evidence_block.shown_text import shown
from mlops_platform.core.language_model import Interpretation, Silence, Statement
from mlops_platform.core.verifying.answer import (
    LONGEST_QUOTE,
    MOST_FAULTS,
    Answer,
    RetrainingAnswer,
    Sentence,
    UnreadableAnswerError,
    read_answer,
)
from mlops_platform.core.verifying.numbers import numbers_of, unstated
from mlops_platform.core.verifying.plain_text import why_not_plain


class Fault(NamedTuple):
    """Why an answer is not shown: in which way, and clauses that quote hardly anything."""

    silence: Silence
    faults: tuple[str, ...]


def verify(asset: str, text: str, block: EvidenceBlock) -> Interpretation | Fault:
    """Read a reply strictly, and hold every sentence against the evidence that was shown."""
    try:
        answer = read_answer(asset, text)
    except UnreadableAnswerError as error:
        return Fault(Silence.UNREADABLE, tuple(error.faults))
    faults = [
        f"{place} {wrong}"
        for place, sentence in answer.sentences()
        for wrong in (*_faults(sentence, block), *_unchanged(place, sentence, block))
    ]
    return Fault(Silence.REJECTED, tuple(faults[:MOST_FAULTS])) if faults else _accepted(answer)


def _faults(sentence: Sentence, block: EvidenceBlock) -> Iterator[str]:
    cited_lines = [line.value for line in block.lines if line.id in sentence.findings]
    if reason := why_not_plain(sentence.text, json.dumps(cited_lines, ensure_ascii=False)):
        yield reason
        return
    ids = block.ids()
    for cited in sentence.findings:
        if cited not in ids:
            yield f"cites `{shown(cited, LONGEST_QUOTE)}`, which was not shown"
    known = frozenset(number for value in cited_lines for number in numbers_of(value))
    for number in unstated(sentence.text, known):
        yield f"states {shown(number, LONGEST_QUOTE)}, which nothing that it cites holds"


def _unchanged(place: str, sentence: Sentence, block: EvidenceBlock) -> Iterator[str]:
    """Hold what is said of changes against the lines that tell of some."""
    changed = {line.id for line in block.lines if line.id == CHANGES or "change" in line.value}
    if place.startswith("changes[") and not changed & set(sentence.findings):
        yield "cites nothing that was shown to have changed"


def _accepted(answer: Answer) -> Interpretation:
    lists = {
        name: tuple(_statement(each) for each in value)
        for name, value in answer
        if isinstance(value, tuple)
    }
    decided = (
        {"urgency": answer.urgency, "strategy": answer.strategy}
        if isinstance(answer, RetrainingAnswer)
        else {}
    )
    return Interpretation.model_validate(lists | decided)


def _statement(sentence: Sentence) -> Statement:
    cited = tuple(dict.fromkeys(sentence.findings))
    return Statement(text=" ".join(sentence.text.split()), findings=cited)
