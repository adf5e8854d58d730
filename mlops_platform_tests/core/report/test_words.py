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
    verdict,
    within_sentence,
)
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.sections.readiness_report import ReadinessReport, ReportSections
from mlops_platform.core.summarize import DEFAULT_WEIGHTS
from mlops_platform_tests.core.samples import sample_report


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


def of_kind(kind: ProjectKind) -> ReadinessReport:
    report = sample_report()
    profile = report.sections.project_profile
    facts = profile.facts.model_copy(update={"kind": kind})
    profile = profile.model_copy(update={"facts": facts})
    sections = report.sections.model_copy(update={"project_profile": profile})
    return report.model_copy(update={"sections": sections})


@pytest.mark.parametrize("kind", ["template", "many_projects", "notebooks_only"])
def test_the_verdict_says_that_a_collection_is_judged_leniently(kind):
    assert verdict(of_kind(ProjectKind(kind))).count("is not held against") == 1


def test_the_verdict_of_a_single_project_says_nothing_of_it():
    assert "held against" not in verdict(of_kind(ProjectKind.SINGLE_PROJECT))
