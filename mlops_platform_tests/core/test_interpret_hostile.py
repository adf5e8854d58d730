import json
import re

import pytest

from mlops_platform.core.evidence import Evidence, partly_met
from mlops_platform.core.evidence_block.block import tokens_of
from mlops_platform.core.interpret import MOST_EVIDENCE, interpret
from mlops_platform.core.language_model import Question, Silence
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.summarize import summarize
from mlops_platform_tests.core.evidence_block.planted_secrets import SECRETS
from mlops_platform_tests.core.injections import INJECTIONS
from mlops_platform_tests.core.sample_claims import CLAIMS, Claim, claim
from mlops_platform_tests.core.samples import sample_report, sample_sections
from mlops_platform_tests.fakes.language_model import SpeakingModel, answer_to, shown_lines

BUDGET = 200_000
ASKED = ("mlops_readiness", "monitoring_health", "retraining_recommendation")
PLAIN = "data_is_versioned"


def drawn(text: str) -> ReadinessReport:
    """Return a report in which a stranger's text stands wherever one can."""
    told = Evidence(path=f"src/{text}.py", line=7, column=text, note=text)
    claims = {
        asset: (*_plain(asset), claim(asset, "drawn_by_a_stranger", partly_met(0.5, text, [told])))
        for asset in ASKED
    }
    report = summarize(sample_sections(claims), {})
    return report.model_copy(
        update={"sections": report.sections.model_copy(update=_facts(report, text))}
    )


def _plain(asset: str) -> tuple[Claim, ...]:
    return tuple(each for each in CLAIMS[asset] if asset == "mlops_readiness")


def _facts(report: ReadinessReport, text: str) -> dict[str, object]:
    """Put it into the names of columns and tables, and into the reasons of a recommendation."""
    monitoring = report.sections.monitoring_health
    assert monitoring.facts is not None
    assert monitoring.facts.drift is not None
    drift = monitoring.facts.drift
    features = tuple(each.model_copy(update={"name": text}) for each in drift.features)
    named = {"features": features, "reference": text, "because": text, "only_in_current": (text,)}
    facts = monitoring.facts.model_copy(update={"drift": drift.model_copy(update=named)})
    retraining = report.sections.retraining_recommendation
    assert retraining.facts is not None
    reasons = {"because": text, "confidence_because": text}
    return {
        "monitoring_health": monitoring.model_copy(update={"facts": facts}),
        "retraining_recommendation": retraining.model_copy(
            update={"facts": retraining.facts.model_copy(update=reasons)}
        ),
    }


def asked_about(report: ReadinessReport) -> list[Question]:
    model = SpeakingModel()
    interpret(report, None, model, BUDGET)
    assert len(model.rounds) == 2
    return model.asked()


def skeleton(question: Question) -> list[tuple[object, ...]]:
    """Return what is left of the evidence without a stranger's text."""
    ours = (
        "id",
        "outcome",
        "claim",
        "score",
        "coverage",
        "points",
        "total_points",
        "fix",
        "effort",
    )
    return [tuple((key, line.get(key)) for key in ours) for line in shown_lines(question)]


HARMLESS = {question.asset: question for question in asked_about(drawn("harmless words"))}


@pytest.mark.parametrize("sort", INJECTIONS)
def test_a_stranger_stays_inside_the_fence_and_changes_nothing_around(sort):
    report = drawn(INJECTIONS[sort])
    before = report.model_dump_json() if sort != "lone surrogate" else repr(report)
    for question in asked_about(report):
        system, user = question.messages
        assert system == HARMLESS[question.asset].messages[0]
        assert user.text.isascii()
        assert all(sign.isprintable() or sign == "\n" for sign in user.text)
        assert len(re.findall("[<>]", user.text)) == 4
        assert "`" not in user.text
        if sort not in {"very long", "no blank"}:
            assert skeleton(question) == skeleton(HARMLESS[question.asset])
        assert tokens_of(user.text) <= MOST_EVIDENCE
    after = report.model_dump_json() if sort != "lone surrogate" else repr(report)
    assert after == before


@pytest.mark.parametrize("sort", SECRETS)
def test_a_secret_is_in_no_question(sort):
    text, secret = SECRETS[sort]
    shown = "".join(question.messages[1].text for question in asked_about(drawn(text)))
    assert secret not in shown
    assert "[hidden]" in shown


def test_a_place_of_this_machine_is_in_no_question():
    shown = "".join(q.messages[1].text for q in asked_about(drawn(" /home/ada/secret/live.csv")))
    assert "/home/ada" not in shown
    assert "/live.csv" in shown


def lies(question: Question, **more: object) -> str:
    return json.dumps(answer_to(question) | more)


def said(text: str, *cited: str):
    return lambda q: json.dumps(
        answer_to(q, text) | {"summary": [{"text": text, "findings": cited}]}
    )


def about(question: Question, text: str) -> str:
    """Say it of the section as a whole."""
    return json.dumps(
        answer_to(question) | {"summary": [{"text": text, "findings": [question.asset]}]}
    )


HOSTILE = {
    "foreign id": said("All is well.", "mlops_readiness.all_is_well"),
    "changed number": lambda q: json.dumps(answer_to(q, "It regains 9.87 points.")),
    "inflated score": lambda q: json.dumps(answer_to(q, "The score is 10.0 of 10.")),
    "inflated score in words": lambda q: json.dumps(answer_to(q, "It scores nine of ten.")),
    "inflated score of a section": lambda q: about(q, "The score is 10 of 10."),
    "score of nothing": lambda q: about(q, "The score is 0."),
    "all is met": lambda q: about(q, "It is met by 100 %."),
    "number in pieces": lambda q: about(q, "It leaks 1,000,000 rows."),
    "look-alikes": lambda q: json.dumps(answer_to(q, "The sс\u043ere is fine.")),
    "Roman": lambda q: about(q, "The score is IX."),
    "Arabic": lambda q: about(q, "The score is \u0661\u0662."),
    "full width": lambda q: about(q, "The score is \uff19."),
    "another score": lambda q: lies(q, score=10.0),
    "another outcome": lambda q: lies(q, findings=[{"rule": "x", "outcome": "met"}]),
    "another asset": lambda q: lies(q, asset="mlops_readiness"),
    "HTML": lambda q: json.dumps(answer_to(q, "<script>alert(1)</script>")),
    "Markdown image": lambda q: json.dumps(answer_to(q, "![x](https://attacker.example/x.png)")),
    "link": lambda q: json.dumps(answer_to(q, "See https://attacker.example now.")),
    "terminal escape": lambda q: json.dumps(answer_to(q, "\x1b[31mred")),
    "bidi": lambda q: json.dumps(answer_to(q, "\u202ered")),
    "secret": lambda q: json.dumps(answer_to(q, "Use gsk_" + "a1B2" * 13)),
    "truncated": lambda q: json.dumps(answer_to(q))[:-3],
    "twice": lambda q: json.dumps(answer_to(q)) * 2,
    "NaN": lambda q: json.dumps(answer_to(q))[:-1] + ', "confidence": NaN}',
    "unknown enum": lambda q: lies(q, urgency="never", strategy="none"),
    "prose": lambda q: f"Sure! {json.dumps(answer_to(q))}",
    "tool call": lambda q: json.dumps({"tool_calls": [{"function": {"name": "x"}}]}),
    "nothing": lambda q: "",
    "huge": lambda q: json.dumps(answer_to(q, "x" * 200_000)),
    "deep": lambda q: "[" * 100_000,
    "huge number": lambda q: "9" * 100_000,
}


@pytest.mark.parametrize("sort", HOSTILE)
def test_a_hostile_answer_is_refused_and_its_text_is_nowhere(sort):
    report = sample_report()
    section = interpret(report, None, SpeakingModel(HOSTILE[sort]), BUDGET).section
    assert report == sample_report()
    assert not any(words.interpretation for words in section.words)
    asked = [words for words in section.words if words.silence is not Silence.NOTHING_TO_SAY]
    assert {words.silence for words in asked} <= {Silence.REJECTED, Silence.UNREADABLE}
    for words in asked:
        assert words.because.isprintable()
        assert len(words.because) < 250
        assert not set(words.because) & set("<>\x1b\u202e")
        assert "attacker" not in words.because
        assert "gsk_" not in words.because
