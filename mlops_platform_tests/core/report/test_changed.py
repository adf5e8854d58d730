from mlops_platform.core.report.changed import (
    change_groups,
    changes_in_short,
    is_known,
    section_scores,
    shown_outcomes,
    whole_score,
)
from mlops_platform_tests.core.sample_words import CHANGES
from mlops_platform_tests.core.samples import sample_report


def test_what_asks_for_something_comes_first_and_empty_groups_are_left_out():
    assert [group.heading for group in change_groups(CHANGES)] == ["Broken", "Mended", "Other"]
    calm = CHANGES.model_copy(update={"broken": (), "other": ()})
    assert [group.heading for group in change_groups(calm)] == ["Mended"]


def test_scores_before_and_after():
    report = sample_report()
    assert whole_score(report, CHANGES).before == 5.1
    shown = "MLOps practice 4.2 → 6.1; Deployment readiness 4.4 → 3.9"
    assert section_scores(report, CHANGES) == shown


def test_in_short():
    report = sample_report()
    shown = "score 5.1 → 5.5, 1 broken, 1 mended, 1 answered otherwise"
    assert changes_in_short(report, CHANGES) == shown
    nothing = CHANGES.model_copy(update={"scores": (), "mended": (), "broken": (), "other": ()})
    assert changes_in_short(report, nothing) == "score 5.5 as before"


def test_a_rule_that_was_not_asked_before_says_so():
    assert shown_outcomes(CHANGES.other[0]) == "not asked → unknown"
    assert shown_outcomes(CHANGES.mended[0]) == "not met → met"


def test_only_findings_of_the_report_are_known():
    report = sample_report()
    assert is_known(report, CHANGES.mended[0])
    assert not is_known(report, CHANGES.mended[0].model_copy(update={"rule": "gone"}))
    assert not is_known(report, CHANGES.mended[0].model_copy(update={"asset": "gone"}))
