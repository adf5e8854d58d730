import pytest
from rich.cells import cell_len

from mlops_platform.core.evidence import met, not_applicable, unknown, unmet
from mlops_platform.core.formats import terminal
from mlops_platform.core.report.words import as_reason
from mlops_platform.core.summarize import summarize
from mlops_platform_tests.core.formats.hostile import hostile_report
from mlops_platform_tests.core.sample_claims import claim
from mlops_platform_tests.core.samples import (
    interpreted_report,
    not_ml_report,
    sample_report,
    sample_sections,
    silent_report,
    unread_report,
)

REPORTS = (sample_report, not_ml_report, unread_report, interpreted_report, hostile_report)


@pytest.mark.parametrize("report", REPORTS)
def test_no_line_is_wider_than_the_screen(report):
    assert max(cell_len(line) for line in terminal.render(report()).splitlines()) <= 80


def test_wide_letters_are_counted_as_wide():
    wide = [claim("mlops_readiness", "c", unmet("訓練データ" * 30), fix="訓練 データ " * 30)]
    text = terminal.render(summarize(sample_sections({"mlops_readiness": wide}), {}))
    assert "訓練" in text
    assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_a_terminal_obeys_nothing_of_a_hostile_report():
    text = terminal.render(hostile_report())
    assert "<script>alert(1)</script>" in text
    assert all(line.isprintable() for line in text.splitlines())


def test_score_weakest_section_caps_and_first_actions_are_shown():
    text = terminal.render(sample_report())
    assert "5.5 of 10 · partly ready · 99 % of what was asked could be answered" in text
    assert "Deployment readiness    3.9  ████████░░░░░░░░░░░░  5 to improve, weakest" in text
    assert "! no total score above 6.0: a password is written into the image." in text
    assert "  1.  +0.51  minutes  Call one seed function" in text
    assert "and 5 more in the full report" in text


def test_the_summary_of_a_model_is_quoted_with_the_rules_that_it_cites():
    text = terminal.render(interpreted_report())
    assert "In the words of a language model, groq/llama-3.3-70b-versatile\n  > The project" in text
    assert "    data are kept without versions. [seeds_are_fixed, data_is_versioned]\n" in text
    assert "    The model said monitor; immediate stands, because the PSI of `tenure` is" in text
    assert "recipe" not in text


def test_changes_since_the_last_report_are_told_in_short():
    text = terminal.render(interpreted_report())
    assert "\nSince 9d0c4be: score 5.1 → 5.5, 1 broken, 1 mended, 1 answered otherwise\n" in text
    assert "\n  Broken: Secrets stay out of images\n" in text
    assert "Since" not in terminal.render(sample_report())


def test_silence_is_the_last_line():
    text = terminal.render(silent_report())
    assert text.endswith("\n\nNo language model is configured; findings and scores need none.\n")
    assert terminal.render(silent_report("groq/x")).endswith("\n\n`--no-llm` was given.\n")
    assert "language model" not in terminal.render(sample_report())


def test_a_repository_that_is_not_ml_gets_one_sentence():
    text = terminal.render(not_ml_report())
    assert "Not a machine-learning project" in text
    assert "to improve" not in text


def test_a_failure_is_said_once():
    report = unread_report("it was killed")
    text = terminal.render(report)
    assert text.count("it was killed") == 1
    assert text.count("·  could not be assessed") == len(report.sections.by_asset())


def test_a_score_that_little_speaks_for_says_how_little():
    claims = [claim("mlops_readiness", "a", met()), claim("mlops_readiness", "b", unknown("odd"))]
    text = terminal.render(summarize(sample_sections({"mlops_readiness": claims}), {}))
    assert "0 to improve, 50 % known" in text


@pytest.mark.parametrize(
    ("answer", "remark"),
    [(not_applicable("no model"), "does not apply"), (unknown("odd"), "could not be told")],
)
def test_a_section_without_a_score_says_why(answer, remark):
    claims = [claim("mlops_readiness", "a", answer)]
    text = terminal.render(summarize(sample_sections({"mlops_readiness": claims}), {}))
    lines = text.splitlines()
    (row,) = [n for n, line in enumerate(lines) if line.startswith("MLOps practice")]
    assert lines[row].endswith(remark)
    assert lines[row + 1] == f"    {as_reason(answer.because)}"
