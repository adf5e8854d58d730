import json

import pytest

from mlops_platform.core.evidence_block.block import Line, fill
from mlops_platform.core.language_model import Interpretation, Silence
from mlops_platform.core.urgency import Strategy, Urgency
from mlops_platform.core.verifying.verify import Fault, verify

ASSET = "mlops_readiness"
CI, DATA = f"{ASSET}.ci_exists", f"{ASSET}.data_is_versioned"
BLOCK = fill(
    [Line(ASSET, {"score": "4.3 of 10"}), Line("", {"coverage": "100 %"})],
    [
        Line(CI, {"because": "no pipeline was found", "points": 0.67}, is_finding=True),
        Line(DATA, {"because": "3 of 12 tables (25 %) are in Git"}, is_finding=True),
        Line("", {"words_on": "training_assessment", "summary": ["99 seeds"]}),
    ],
    1_000,
)
SENTENCE = {"text": "No pipeline runs.", "findings": [CI]}


def said(*sentences: dict, **more: object) -> str:
    return json.dumps({"summary": list(sentences) or [SENTENCE]} | more)


def of(text: str, *cited: str) -> str:
    return said({"text": text, "findings": list(cited)})


def refused(text: str, asset: str = ASSET) -> Fault:
    verdict = verify(asset, text, BLOCK)
    assert isinstance(verdict, Fault)
    assert 1 <= len(verdict.faults) <= 5
    assert len("; ".join(verdict.faults)) < 1_000
    return verdict


def test_a_true_answer_is_taken_as_it_is():
    words = verify(ASSET, said(SENTENCE, root_causes=[SENTENCE], rationale=[SENTENCE]), BLOCK)
    assert isinstance(words, Interpretation)
    assert words.summary[0].text == "No pipeline runs."
    assert words.summary[0].findings == (CI,)
    assert (words.root_causes, words.rationale) == (words.summary, words.summary)
    assert words.recommendations == words.changes == words.overrides == ()


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        said() + "x",
        said()[:-1],
        json.dumps({"summary": []}),
        said(*[SENTENCE] * 5),
        said(score=9.9),
        said(findings=[{"rule": CI, "outcome": "met"}]),
        said(confidence=1),
        said({**SENTENCE, "points": 3}),
        said({"text": "", "findings": [CI]}),
        said({"text": "x" * 401, "findings": [CI]}),
        said({"text": 4.3, "findings": [ASSET]}),
        said({"text": "No citation.", "findings": []}),
        said({"text": "Many.", "findings": [CI] * 9}),
        said({"text": "No list.", "findings": CI}),
        said(urgency="none"),
        said(changes=[SENTENCE]),
        said(recommendations=[SENTENCE] * 9),
        said()[:-1] + ', "confidence": NaN}',
        said()[:-1] + ', "summary": []}',
    ],
)
def test_another_form_is_unreadable(text):
    assert refused(text).silence is Silence.UNREADABLE


@pytest.mark.parametrize(
    ("text", "cited", "told"),
    [
        ("A foreign finding.", f"{ASSET}.never_asked", "never_asked`, which was not shown"),
        ("Another section.", "training_assessment", "which was not shown"),
        ("Words are no evidence: 99 seeds.", "", "which was not shown"),
        ("Another score: 9.5.", ASSET, "states 9.5"),
        ("Another score: 10 of 10.", ASSET, "states 10 of 10"),
        ("Another score: 0.", ASSET, "states 0"),
        ("All of it is met, 100 %.", ASSET, "states 100"),
        ("No finding was left out: 0.", ASSET, "states 0"),
        ("Scores nine of ten.", ASSET, "states nine"),
        ("It would regain 6.7 points.", CI, "states 6.7"),
        ("25 % of the tables.", CI, "states 25"),
        ("4 of 12 tables.", DATA, "states 4"),
        ("<b>Bold</b>.", CI, "holds markup"),
        ("See https://evil.example.", CI, "holds an address"),
        ("![x](y)", CI, "holds markup"),
        ("\x1b]0;title\x07", CI, "holds control or hidden"),
        ("Ask ada@mail.example.org.", CI, "e-mail"),
    ],
)
def test_what_the_evidence_does_not_hold_is_rejected(text, cited, told):
    fault = refused(said({"text": text, "findings": [cited or "words_on"]}))
    assert fault.silence is Silence.REJECTED
    assert told in fault.faults[0]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The score is 4.3 of 10.", (ASSET,)),
        ("3 of 12 tables, or 0.25 of them.", (DATA,)),
        ("A quarter of the tables (25%) costs 0.67 points.", (CI, DATA)),
    ],
)
def test_numbers_of_what_is_cited_may_be_said(text, cited):
    assert isinstance(verify(ASSET, of(text, *cited), BLOCK), Interpretation)


def test_one_wrong_sentence_rejects_all_and_every_fault_is_named():
    wrong = {"text": "1 and 2 and 5 and 6 and 7 and 8.", "findings": [CI]}
    fault = refused(said(SENTENCE, wrong))
    assert [each.split(" states")[0] for each in fault.faults] == ["summary[1]"] * 5


def test_a_fault_quotes_little_and_nothing_active():
    secret = "ghp_" + "a1B2c3D4e5F6" * 3
    hostile = f"\x1b[31m<script>{secret}" + "y" * 60
    for text in (of("x", hostile), said(**{hostile[:100]: 1}), of("9" * 200, CI)):
        for each in refused(text).faults:
            assert "\x1b" not in each
            assert secret not in each
            assert len(each) < 160


def test_sentences_are_one_line_and_cite_once():
    words = verify(ASSET, of("No\n pipeline\u202fruns. ", CI, DATA, CI), BLOCK)
    assert isinstance(words, Interpretation)
    assert words.summary[0].text == "No pipeline runs."
    assert words.summary[0].findings == (CI, DATA)


def test_retraining_decides_in_words_of_the_list():
    asset = "retraining_recommendation"
    words = verify(asset, said(urgency="soon", strategy="none"), BLOCK)
    assert isinstance(words, Interpretation)
    assert (words.urgency, words.strategy) == (Urgency.SOON, Strategy.NONE)
    for more in ({}, {"urgency": "now", "strategy": "none"}, {"urgency": "soon", "strategy": "x"}):
        assert refused(said(**more), asset).silence is Silence.UNREADABLE


def test_the_report_speaks_of_changes():
    changed = Line(CI, {"change": "mended", "because": "no pipeline was found"})
    block = BLOCK._replace(lines=(*BLOCK.lines, Line("report_changes", {"mended": 1}), changed))
    for cited in (CI, "report_changes"):
        sentence = {"text": "It changed.", "findings": [cited]}
        words = verify("readiness_report", said(changes=[sentence]), block)
        assert isinstance(words, Interpretation)
        assert words.changes[0].findings == (cited,)


def test_nothing_is_said_of_changes_where_none_are_known():
    for block in (BLOCK, BLOCK._replace(lines=(*BLOCK.lines, Line("report_changes", {})))):
        fault = verify("readiness_report", said(changes=[SENTENCE]), block)
        assert isinstance(fault, Fault)
        assert fault.faults == ("changes[0] cites nothing that was shown to have changed",)
