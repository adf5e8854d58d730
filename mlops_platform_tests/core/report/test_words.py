import pytest

from mlops_platform.core.evidence import Outcome
from mlops_platform.core.report.words import (
    OUTCOMES,
    TITLES,
    as_reason,
    as_sentence,
    band,
    heading,
    percent,
    question,
    shown_points,
    shown_score,
    title,
    within_sentence,
)
from mlops_platform.core.sections.readiness_report import ReportSections
from mlops_platform.core.summarize import DEFAULT_WEIGHTS


def test_every_section_and_every_outcome_has_words():
    assert set(ReportSections.model_fields) <= set(TITLES)
    assert set(TITLES) == set(DEFAULT_WEIGHTS)
    assert all(question(asset).endswith("?") for asset in TITLES)
    assert set(OUTCOMES) == set(Outcome)
    assert title("a_later_asset") == "A later asset"


@pytest.mark.parametrize(
    ("score", "word"),
    [
        (10, "ready"),
        (7.95, "ready"),
        (7.94, "mostly ready"),
        (5.95, "mostly ready"),
        (4, "partly ready"),
        (3.9, "not ready"),
        (0, "not ready"),
        (None, "not scored"),
    ],
)
def test_the_band_follows_the_score_that_is_shown(score: float | None, word: str):
    assert band(score) == word


def test_only_all_is_a_hundred_percent_and_only_none_is_zero():
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
        "0 %",
        "1 %",
        "50 %",
        "99 %",
        "100 %",
    ]


def test_small_points_are_not_shown_as_nothing():
    assert shown_points(0.42) == "+0.42"
    assert shown_points(0.0004) == "+<0.01"


def test_a_score_that_does_not_exist_is_not_a_zero():
    assert shown_score(None) != shown_score(0.0) == "0.0"


def test_sentences_begin_large_and_end_with_one_stop():
    assert (
        as_sentence("write a lock file")
        == as_sentence("write a lock file.")
        == "Write a lock file."
    )
    assert as_sentence("") == ""
    assert heading("Seeds are fixed.") == "Seeds are fixed"


def test_a_reason_that_begins_with_a_name_keeps_its_letters():
    assert as_reason("no seed was set") == "No seed was set."
    assert as_reason("tensorflow is declared") == "tensorflow is declared."
    assert as_reason("data/churn.csv is in Git") == "data/churn.csv is in Git."


def test_abbreviations_stay_large_within_a_sentence():
    assert within_sentence("MLOps practice") == "MLOps practice"
    assert within_sentence("Deployment readiness") == "deployment readiness"
