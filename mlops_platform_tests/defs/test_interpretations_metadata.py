import dagster as dg
from markdown_it import MarkdownIt

from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.defs.interpretations_metadata import metadata_of_traces
from mlops_platform.defs.section_metadata import metadata_of
from mlops_platform_tests.core.formats.hostile import PAYLOAD, hostile_words
from mlops_platform_tests.core.formats.pages import Page
from mlops_platform_tests.core.sample_words import MODEL, PRACTICE, WHOLE, WORDS, silent
from mlops_platform_tests.core.samples import REVISION


def section(*words, model=MODEL):
    return Interpretations(revision=REVISION, judged="a" * 64, language_model=model, words=words)


def test_the_words_on_the_whole_come_first_as_a_quotation_with_rule_names():
    shown = metadata_of(section(PRACTICE, WHOLE))
    spoken = [name for name in shown if name.startswith("words_on_")]
    assert spoken == ["words_on_readiness_report", "words_on_mlops_readiness"]
    text = shown["words_on_mlops_readiness"].value
    assert text.startswith(f"> **In the words of a language model, {MODEL}**")
    assert "is split. (`mlops_readiness.seeds_are_fixed`)" in text
    overruled = metadata_of(section(WORDS["retraining_recommendation"]))
    assert (
        "Overruled: The model said monitor" in overruled["words_on_retraining_recommendation"].value
    )


def test_silence_has_its_reason_and_what_was_asked_its_hashes():
    shown = metadata_of(section(silent("training_assessment"), WHOLE))
    (row,) = shown["silent"].records
    assert row.data == {
        "On": "Training",
        "Why": "timed out",
        "Because": "No answer came within 120 seconds.",
    }
    (asked,) = shown["asked"].records
    assert (asked.data["Prompt"], asked.data["Findings left out"]) == ("a" * 64, 4)


def test_without_a_model_it_says_none():
    shown = metadata_of(section(model=""))
    assert shown["language_model"].value == "none"
    assert "silent" not in shown


def test_the_model_is_named_as_it_is():
    assert metadata_of(section(WHOLE))["language_model"].value == MODEL


def test_hostile_words_are_text():
    shown = metadata_of(section(hostile_words("mlops_readiness"), model=PAYLOAD))
    text = shown["words_on_mlops_readiness"].value
    page = Page(MarkdownIt("gfm-like", {"linkify": True, "html": True}).render(text))
    assert {e.tag for e in page.elements} <= {"blockquote", "p", "strong", "em", "code"}
    assert "![" not in text


def test_traces_are_a_link_or_a_sentence():
    assert isinstance(metadata_of_traces("https://x")["traces"], dg.UrlMetadataValue)
    assert metadata_of_traces("MLflow is down.")["traces"].value == "MLflow is down."
