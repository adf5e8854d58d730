"""A language model's words as every format shows them: whose they are, and what they rest on.

Quoted, never merged: what we say ourselves of the words, such as what stands instead, is apart.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mlops_platform.core.language_model import Interpretation, Override, Silence, Statement, Words
from mlops_platform.core.report.words import (
    OUTCOMES,
    as_sentence,
    ended,
    heading,
    title,
    within_sentence,
)
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.urgency import Urgency

MARK = "In the words of a language model"
NO_MODEL = "No language model is configured; findings and scores need none."
CHANGES = "report_changes"
HASTE = tuple(Urgency)


class Citation(NamedTuple):
    """What a sentence rests on, with its number among those of the quotation.

    `place` is a finding, a section, the report or its changes; `name` is its last part.
    """

    number: int
    place: str
    name: str
    label: str


class Sentence(NamedTuple):
    """One sentence of a model's, not to be trusted as text, and what it rests on."""

    text: str
    citations: tuple[Citation, ...]


class Part(NamedTuple):
    """Sentences that belong together; the summary has no label."""

    label: str
    sentences: tuple[Sentence, ...]


class Remark(NamedTuple):
    """A sentence of ours about a model's words."""

    label: str
    text: str


class Quotation(NamedTuple):
    """Words on one asset; `remarks` are ours about them, each with a label."""

    speaker: str
    parts: tuple[Part, ...]
    citations: tuple[Citation, ...]
    remarks: tuple[Remark, ...]


def quote(report: ReadinessReport, words: Words | None) -> Quotation | None:
    """Return words as they are shown, None where a model is silent or was not asked."""
    if words is None or words.interpretation is None:
        return None
    said = words.interpretation
    labelled = labelled_statements(said)
    cited = _cited(report, (each for _, statements in labelled for each in statements))
    return Quotation(
        speaker=report.language_model,
        parts=tuple(
            Part(label, tuple(_sentence(each, cited) for each in statements))
            for label, statements in labelled
        ),
        citations=tuple(cited.values()),
        remarks=tuple(_remarks(report, said, words.left_out)),
    )


def labelled_statements(said: Interpretation) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    """Return what was said under its labels; the summary has none."""
    labelled = (
        ("", said.summary),
        ("What changed", said.changes),
        ("Root causes", said.root_causes),
        ("Recommended", said.recommendations),
        ("In plain words", said.rationale),
    )
    return tuple((label, statements) for label, statements in labelled if statements)


def silence_of(report: ReadinessReport, words: Words | None) -> str:
    """Say in one sentence why there are no words; empty where there are, or it is said above."""
    if words is None or words.interpretation is not None:
        return ""
    whole = report.interpretation
    is_whole = words.asset == report.asset
    if not is_whole and whole and (whole.silence, whole.because) == (words.silence, words.because):
        return ""
    because = as_sentence(words.because)
    if not report.language_model:
        return NO_MODEL if is_whole else ""
    if words.silence in (Silence.NOT_ASKED, Silence.NOTHING_TO_SAY) and because:
        return because
    reason = within_sentence(because) or "no reason was given."
    return f"No words of {report.language_model}: {reason}"


def overruled(override: Override) -> str:
    """Say what a model decided, and what stands instead."""
    said, stands = _plain(override.said), _plain(override.stands)
    because = within_sentence(override.because)
    return ended(f"The model said {said}; {stands} stands, because {because}")


def _cited(report: ReadinessReport, statements: Iterable[Statement]) -> dict[str, Citation]:
    """Return what is known of what is cited, numbered by first mention."""
    known = dict(_places(report))
    cited = dict.fromkeys(place for each in statements for place in each.findings)
    places = [place for place in cited if place in known]
    return {
        place: Citation(number, place, place.rpartition(".")[2], known[place])
        for number, place in enumerate(places, 1)
    }


def _places(report: ReadinessReport) -> Iterator[tuple[str, str]]:
    """Yield what can be cited, with the words that a reader knows it by."""
    yield report.asset, "The whole report"
    if report.changes:
        yield CHANGES, "Changes since the last report"
    for asset, section in report.sections.by_asset().items():
        yield asset, f"{title(asset)}, as a whole"
        for finding in section.findings:
            label = f"{heading(finding.claim)}: {OUTCOMES[finding.outcome]}"
            yield f"{asset}.{finding.rule}", label


def _sentence(statement: Statement, cited: dict[str, Citation]) -> Sentence:
    names = dict.fromkeys(statement.findings)
    return Sentence(statement.text, tuple(cited[name] for name in names if name in cited))


def _remarks(report: ReadinessReport, said: Interpretation, left_out: int) -> Iterator[Remark]:
    decided = [
        f"{label} {_plain(each)}"
        for label, each in (("urgency", said.urgency), ("strategy", said.strategy))
        if each is not None
    ]
    if decided:
        yield Remark("Decision", ended(as_sentence(", ".join(decided)) + _haste(report, said)))
    for override in said.overrides:
        yield Remark("Overruled", overruled(override))
    if left_out:
        plural = "finding was" if left_out == 1 else "findings were"
        yield Remark(
            "Left out",
            f"{left_out} lesser {plural} not shown to it: a question holds only so much.",
        )


def _haste(report: ReadinessReport, said: Interpretation) -> str:
    facts = report.sections.retraining_recommendation.facts
    if not facts or not said.urgency or HASTE.index(said.urgency) >= HASTE.index(facts.urgency):
        return ""
    return f" That is sooner than the triggers mandate ({_plain(facts.urgency)})."


def _plain(name: str) -> str:
    return name.replace("_", " ")
