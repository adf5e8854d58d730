"""`benchmarks/interpretation/judge_words.py` on the sample report, with models that tests make."""

import json
import runpy
from pathlib import Path

from mlops_platform.core.interpret import interpret
from mlops_platform.core.language_model import Question
from mlops_platform_tests.core.samples import sample_report
from mlops_platform_tests.fakes.language_model import SpeakingModel, answer_to, well_behaved

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "interpretation" / "judge_words.py"
JUDGE = runpy.run_path(str(PROGRAM))
REPORT = sample_report()


def row(*models: SpeakingModel) -> dict[str, str]:
    """Judge one round of each model."""
    rounds = [interpret(REPORT, None, model, 100_000) for model in models]
    return dict(zip(JUDGE["HEAD"], JUDGE["judged"](REPORT, rounds), strict=True))


def half_true(question: Question) -> str:
    """Say a true sentence, and one with a number that nothing holds."""
    answer = answer_to(question)
    (true,) = answer["summary"]
    return json.dumps(answer | {"summary": [true, true | {"text": "It scores 9.87."}]})


def test_a_model_that_keeps_to_the_evidence_is_faithful_and_stable():
    judged = row(SpeakingModel(), SpeakingModel())
    assert (judged["faithful"], judged["refused"]) == ("100 % of 8", "0 % of 8")
    assert judged["stable"].startswith("100 % of ")
    assert judged["covered"].endswith(" of 10")
    assert judged["covered"] != "0 % of 10"
    assert (judged["requests"], judged["tokens"], judged["dollars"]) == ("8", "8800", "?")


def test_refused_sentences_count_against_faithfulness():
    judged = row(SpeakingModel(half_true))
    assert (judged["faithful"], judged["refused"]) == ("50 % of 12", "100 % of 6")
    assert judged["covered"] == "0 % of 10"


def test_rounds_that_cite_different_findings_are_not_stable():
    def last(question: Question) -> str:
        answer = json.loads(well_behaved(question))
        lines = question.messages[1].text.splitlines()
        cited = [json.loads(line).get("id", "") for line in lines if line.startswith("{")]
        answer["summary"][0]["findings"] = [[name for name in cited if "." in name][-1]]
        return json.dumps(answer)

    assert row(SpeakingModel(), SpeakingModel(last))["stable"].startswith("0 % of ")


def test_a_reply_that_is_no_answer_holds_no_sentence():
    judged = row(SpeakingModel(lambda _: "no JSON"))
    assert (judged["faithful"], judged["stable"], judged["refused"]) == (
        "none",
        "none",
        "100 % of 6",
    )
