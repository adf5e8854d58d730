import json
from dataclasses import replace

import pytest

from mlops_platform.core.compare_reports import compare_reports
from mlops_platform.core.evidence import partly_met
from mlops_platform.core.interpret import NO_MODEL, NOT_WANTED, interpret, without_words
from mlops_platform.core.language_model import NoReply, Question, Reply, Silence, Usage, Words
from mlops_platform.core.summarize import summarize
from mlops_platform.core.urgency import Urgency
from mlops_platform_tests.core.sample_claims import claim
from mlops_platform_tests.core.samples import (
    not_ml_report,
    sample_report,
    sample_sections,
    unread_report,
)
from mlops_platform_tests.fakes.language_model import (
    SpeakingModel,
    answer_to,
    shown_lines,
    well_behaved,
)

BUDGET = 100_000
NINE = [*sample_report().sections.by_asset(), "readiness_report"]
SILENT = {
    "dataset_health",
    "training_assessment",
    "evaluation_assessment",
    "monitoring_health",
    "retraining_recommendation",
}
"""Sections of the sample to which nothing applies."""

RETRAINING = claim("retraining_recommendation", "nothing_is_urgent", partly_met(0.5, "watch"), 3)
OPERATED = summarize(sample_sections({"retraining_recommendation": [RETRAINING]}), {})


def words_of(says=None, report=None, tokens: int = BUDGET) -> dict[str, Words]:
    section = interpret(report or sample_report(), None, SpeakingModel(says), tokens).section
    assert [words.asset for words in section.words] == NINE
    return {words.asset: words for words in section.words}


def but(asset: str, says):
    """Let a model be well-behaved but for one asset."""
    return lambda question: says(question) if question.asset == asset else well_behaved(question)


def test_all_sections_are_asked_at_once_and_then_the_report():
    model = SpeakingModel()
    said = interpret(sample_report(), None, model, BUDGET)
    assert [[q.asset for q in asked] for asked in model.rounds] == [
        ["project_profile", "mlops_readiness", "deployment_readiness"],
        ["readiness_report"],
    ]
    assert said.section.language_model == "fake/parrot"
    assert [words.asset for words in said.section.words if words.interpretation] == [
        each.asset for each in model.asked()
    ]
    for exchange in said.exchanges:
        assert exchange.verdict == "accepted"
        assert len(exchange.prompt) == 64


def test_words_name_what_was_asked_and_shown():
    words = words_of()["mlops_readiness"]
    assert len(words.prompt) == len(words.evidence) == 64
    assert words.prompt != words_of()["project_profile"].prompt
    assert words == words_of()["mlops_readiness"]


def test_a_question_is_the_rules_the_prompt_and_the_evidence():
    model = SpeakingModel()
    interpret(sample_report(), None, model, BUDGET)
    for question in model.asked():
        system, user = question.messages
        assert (system.role, user.role) == ("system", "user")
        assert "# Question: " in system.text
        assert shown_lines(question)[0]["id"] == question.asset


def test_what_has_nothing_to_say_is_not_asked():
    words = words_of()
    assert {a for a, w in words.items() if w.silence is Silence.NOTHING_TO_SAY} == SILENT
    assert all(words[asset].because.endswith(".") for asset in SILENT)


@pytest.mark.parametrize("report", [not_ml_report(), unread_report()])
def test_a_report_without_findings_is_no_question_at_all(report):
    model = SpeakingModel()
    words = interpret(report, None, model, BUDGET).section.words
    assert {each.silence for each in words} == {Silence.NOTHING_TO_SAY}
    assert model.rounds == []


def test_an_unfit_answer_is_corrected_once():
    answers = iter(["no JSON \x1b[31m ghp_" + "a1B2c3" * 6])
    model = SpeakingModel(lambda q: next(answers, None) or well_behaved(q))
    said = interpret(sample_report(), None, model, BUDGET)
    assert [len(asked) for asked in model.rounds] == [3, 1, 1]
    (again,) = model.rounds[1]
    assert [message.role for message in again.messages] == ["system", "user", "assistant", "user"]
    assert again.messages[:2] == model.rounds[0][0].messages
    assert again.messages[2].text == "no JSON [31m [hidden]"
    assert "it is not one whole JSON object" in again.messages[3].text
    assert said.section.words[0].interpretation is not None
    assert said.exchanges[0].verdict == "unreadable: it is not one whole JSON object"
    assert said.exchanges[3].verdict == "accepted"
    assert [question for question, _ in model.kept] == [*model.rounds[0], *model.rounds[2]]


def test_a_second_unfit_answer_leaves_a_silence_and_its_reason():
    def foreign(question: Question) -> str:
        return json.dumps({"summary": [{"text": "A.", "findings": ["mlops_readiness.foreign"]}]})

    model = SpeakingModel(but("mlops_readiness", foreign))
    section = interpret(sample_report(), None, model, BUDGET).section
    words = {each.asset: each for each in section.words}
    assert "mlops_readiness" not in [question.asset for question, _ in model.kept]
    assert words["mlops_readiness"].silence is Silence.REJECTED
    assert "`mlops_readiness.foreign`, which was not shown" in words["mlops_readiness"].because
    assert words["mlops_readiness"].interpretation is None
    assert words["project_profile"].interpretation is not None
    assert words["readiness_report"].interpretation is not None


def test_a_correction_that_is_not_answered_leaves_the_first_verdict():
    def fails_twice(question: Question) -> str | NoReply:
        if len(question.messages) == 2:
            return "{}"
        return NoReply(asset=question.asset, silence=Silence.TIMED_OUT, because="Too late.")

    words = words_of(but("mlops_readiness", fails_twice))["mlops_readiness"]
    assert words.silence is Silence.UNREADABLE


@pytest.mark.parametrize("silence", [Silence.UNREACHABLE, Silence.RATE_LIMITED, Silence.REFUSED])
def test_a_model_that_answers_nobody_is_not_asked_for_the_whole(silence):
    model = SpeakingModel(
        lambda q: NoReply(asset=q.asset, silence=silence, because="Nobody answers.")
    )
    words = interpret(sample_report(), None, model, BUDGET).section.words
    assert len(model.rounds) == 1
    assert (words[-1].silence, words[-1].because) == (silence, "Nobody answers.")


def test_the_report_sees_words_and_changes_and_may_speak_of_them():
    old, report = sample_report(), OPERATED
    revision = replace(report.revision, commit="b" * 40)
    report = report.model_copy(update={"revision": revision, "readiness_score": 9.0})
    changes = compare_reports(report, compare_reports(old, None)).changes

    def says(question: Question) -> str:
        sentence = {"text": "It rose to 9.0.", "findings": ["report_changes"]}
        more = {"changes": [sentence]} if question.asset == "readiness_report" else {}
        return json.dumps(answer_to(question, "Words on it.", **more))

    model = SpeakingModel(says)
    words = interpret(report, changes, model, BUDGET).section.words
    assert words[-1].interpretation.changes[0].findings == ("report_changes",)
    lines = shown_lines(model.rounds[-1][0])
    assert any(line.get("words_on") == "mlops_readiness" for line in lines)
    assert [line for line in lines if line.get("id") == "report_changes"]


@pytest.mark.parametrize(("said", "stands"), [("none", "soon"), ("immediate", "immediate")])
def test_urgency_never_falls_below_the_mandate(said, stands):
    facts = OPERATED.sections.retraining_recommendation.facts
    assert facts is not None
    mandated = facts.model_copy(update={"urgency": Urgency.SOON})
    section = OPERATED.sections.retraining_recommendation.model_copy(update={"facts": mandated})
    sections = OPERATED.sections.model_copy(update={"retraining_recommendation": section})
    report = OPERATED.model_copy(update={"sections": sections})
    words = words_of(
        but("retraining_recommendation", lambda q: json.dumps(answer_to(q, urgency=said))), report
    )["retraining_recommendation"]
    assert words.interpretation.urgency.value == stands
    assert [each.said for each in words.interpretation.overrides] == (
        [said] if said != stands else []
    )


@pytest.mark.parametrize("tokens", [0, 1_000, 20_000])
def test_a_small_budget_is_said_and_nobody_is_asked(tokens):
    model = SpeakingModel()
    words = interpret(sample_report(), None, model, tokens).section.words
    assert model.rounds == []
    assert {each.silence for each in words} == {Silence.OVER_BUDGET, Silence.NOTHING_TO_SAY}
    assert words[-1].silence is Silence.OVER_BUDGET


def test_the_budget_counts_down_and_keeps_a_share_for_the_report():
    model = SpeakingModel()
    interpret(sample_report(), None, model, BUDGET)
    share = BUDGET // 11
    assert model.tokens == [BUDGET - share, BUDGET - 3 * 1_100]
    for question in model.asked():
        asked = sum(len(message.text.encode()) for message in question.messages) // 3
        assert asked + question.answer_tokens <= share


def test_remembered_replies_give_the_same_section():
    class Remembering(SpeakingModel):
        def _reply(self, question: Question) -> Reply | NoReply:
            return Reply(asset=question.asset, text=self.says(question), is_remembered=True)

    first = interpret(sample_report(), None, SpeakingModel(), BUDGET).section
    assert interpret(sample_report(), None, Remembering(), BUDGET).section == first


def test_a_service_that_does_not_tell_tokens_is_held_to_the_budget_all_the_same():
    class Untold(SpeakingModel):
        def _reply(self, question: Question) -> Reply | NoReply:
            usage = Usage(requests=1)
            return Reply(asset=question.asset, text=self.says(question), usage=usage)

    model = Untold()
    interpret(sample_report(), None, model, BUDGET)
    taken = sum(question.tokens() for question in model.rounds[0])
    assert model.tokens == [BUDGET - BUDGET // 11, BUDGET - taken]


@pytest.mark.parametrize(("name", "because"), [("", NO_MODEL), ("fake/parrot", NOT_WANTED)])
def test_where_nobody_is_asked_the_section_says_why(name, because):
    section = without_words(sample_report(), name)
    assert section.language_model == name
    assert [each.asset for each in section.words] == NINE
    assert {(w.silence, w.because) for w in section.words} == {(Silence.NOT_ASKED, because)}
