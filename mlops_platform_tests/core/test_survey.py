import json

from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.survey import survey
from mlops_platform_tests.core.samples import not_ml_report, sample_report, unread_report


def text(report: ReadinessReport) -> str:
    return canonical_json(report.model_dump(mode="json"))


def scored(score: float | None) -> str:
    return json.dumps(json.loads(text(sample_report())) | {"readiness_score": score})


def test_a_line_says_score_weakest_section_and_first_action():
    report = sample_report()
    (entry,) = survey([(report.repository, text(report))]).entries
    assert entry.readiness_score == report.readiness_score
    assert entry.weakest_section == report.weakest_section
    assert entry.first_action == report.priority_actions[0].fix
    assert entry.section_scores == {
        asset: section.score for asset, section in report.sections.by_asset().items()
    }


def test_the_best_come_first_and_those_without_a_score_last():
    reports = [("b/low", scored(1.0)), ("a/none", scored(None)), ("c/zero", scored(0.0))]
    reports += [("e/high", scored(9.0)), ("d/high", scored(9.0))]
    entries = survey(reports).entries
    assert [e.repository for e in entries] == ["d/high", "e/high", "b/low", "c/zero", "a/none"]


def test_what_is_not_ml_or_could_not_be_read_is_listed_without_a_score():
    reports = [("a/web", text(not_ml_report())), ("b/unread", text(unread_report()))]
    entries = survey(reports).entries
    assert [(e.is_ml_project, e.readiness_score) for e in entries] == [(False, None), (None, None)]


def test_a_report_of_another_version_is_read_as_far_as_it_goes():
    stored = json.loads(text(sample_report()))
    stored["schema_version"] = 2
    stored["sections"]["dataset_health"] = {"score": 7.5, "new": True}
    (entry,) = survey([("a/newer", json.dumps(stored))]).entries
    assert entry.section_scores["dataset_health"] == 7.5


def test_what_cannot_be_read_is_named_and_does_not_fail_the_rest():
    reports = [("a/broken", "{"), ("b/good", text(sample_report())), ("c/empty", "{}")]
    portfolio = survey(reports)
    assert portfolio.unreadable == ("a/broken", "c/empty")
    assert [entry.repository for entry in portfolio.entries] == ["b/good"]


def test_no_report_makes_an_empty_survey():
    assert survey([]).entries == ()
