import pytest

from mlops_platform.core.language_model import Interpretation, Override, Silence, Words
from mlops_platform.core.report.quotation import NO_MODEL, overruled, quote, silence_of
from mlops_platform.core.urgency import Strategy, Urgency
from mlops_platform_tests.core.sample_words import DATA, MODEL, SEEDS, say
from mlops_platform_tests.core.samples import interpreted_report, sample_report, silent_report


def spoken(said: Interpretation, left_out: int = 0) -> Words:
    return Words(asset="retraining_recommendation", interpretation=said, left_out=left_out)


def remarks(said: Interpretation, left_out: int = 0) -> list[tuple[str, str]]:
    quoted = quote(interpreted_report(), spoken(said, left_out))
    assert quoted is not None
    return [tuple(remark) for remark in quoted.remarks]


def test_citations_are_numbered_by_first_mention_and_once_each():
    said = Interpretation(summary=(say("a", DATA, SEEDS, DATA), say("b", SEEDS)))
    quoted = quote(interpreted_report(), spoken(said))
    assert [[c.number for c in s.citations] for s in quoted.parts[0].sentences] == [[1, 2], [2]]
    assert [c.name for c in quoted.citations] == ["data_is_versioned", "seeds_are_fixed"]


def test_what_is_no_finding_of_the_report_is_not_cited():
    said = Interpretation(summary=(say("a", "mlops_readiness.gone", "javascript:alert(1)"),))
    quoted = quote(interpreted_report(), spoken(said))
    assert (quoted.parts[0].sentences[0].citations, quoted.citations) == ((), ())


def test_a_section_the_report_and_its_changes_can_be_cited():
    said = Interpretation(
        summary=(say("a", "readiness_report", "training_assessment"),),
        changes=(say("b", "report_changes"),),
    )
    quoted = quote(interpreted_report(), spoken(said))
    assert [(c.place, c.label) for c in quoted.citations] == [
        ("readiness_report", "The whole report"),
        ("training_assessment", "Training, as a whole"),
        ("report_changes", "Changes since the last report"),
    ]
    first = interpreted_report().model_copy(update={"changes": None})
    assert [c.number for c in quote(first, spoken(said)).citations] == [1, 2]


def test_parts_that_were_not_said_are_left_out():
    quoted = quote(interpreted_report(), interpreted_report().interpretation)
    assert [part.label for part in quoted.parts] == [
        *("", "What changed", "Recommended", "In plain words")
    ]
    assert quoted.speaker == MODEL


def test_a_decision_and_what_stands_instead_are_ours_to_tell():
    override = Override(
        decision="strategy", said="full_retrain", stands="fix_data", because="the data are faulty."
    )
    said = Interpretation(
        summary=(),
        urgency=Urgency.IMMEDIATE,
        strategy=Strategy.FIX_DATA,
        overrides=(override,),
    )
    assert remarks(said, 1) == [
        ("Decision", "Urgency immediate, strategy fix data."),
        (
            "Overruled",
            "The model said full retrain; fix data stands, because the data are faulty.",
        ),
        ("Left out", "1 lesser finding was not shown to it: a question holds only so much."),
    ]
    assert remarks(Interpretation(summary=())) == []


def test_more_haste_than_the_triggers_mandate_is_told():
    report = interpreted_report()
    section = report.sections.retraining_recommendation
    calm = section.facts.model_copy(update={"urgency": Urgency.SOON})
    sections = report.sections.model_copy(
        update={"retraining_recommendation": section.model_copy(update={"facts": calm})}
    )
    said = Interpretation(summary=(), urgency=Urgency.IMMEDIATE)
    quoted = quote(report.model_copy(update={"sections": sections}), spoken(said))
    (remark,) = quoted.remarks
    assert remark.text == "Urgency immediate. That is sooner than the triggers mandate (soon)."


def test_an_override_is_one_sentence():
    override = Override(decision="urgency", said="monitor", stands="soon", because="Rows drifted.")
    assert overruled(override) == "The model said monitor; soon stands, because rows drifted."


def test_a_stored_report_that_nobody_was_asked_about_says_nothing():
    assert silence_of(sample_report(), None) == ""
    assert quote(sample_report(), None) is None


@pytest.mark.parametrize(
    ("model", "silence", "because", "said"),
    [
        ("", Silence.NOT_ASKED, "", NO_MODEL),
        (MODEL, Silence.NOT_ASKED, "`--no-llm` was given", "`--no-llm` was given."),
        (MODEL, Silence.UNREACHABLE, "It refused.", f"No words of {MODEL}: it refused."),
        (MODEL, Silence.NOT_ASKED, "", f"No words of {MODEL}: no reason was given."),
    ],
)
def test_silence_gives_its_reason(model, silence, because, said):
    words = Words(asset="readiness_report", silence=silence, because=because)
    report = sample_report().model_copy(update={"language_model": model, "interpretation": words})
    assert silence_of(report, words) == said


def test_the_reason_of_the_whole_is_not_said_again_in_each_section():
    report = silent_report(MODEL)
    own = report.interpretation.model_copy(update={"asset": "mlops_readiness"})
    assert silence_of(report, own) == ""
    other = own.model_copy(update={"because": "it was cut"})
    assert silence_of(report, other) == "It was cut."
    assert silence_of(silent_report(), other) == ""
