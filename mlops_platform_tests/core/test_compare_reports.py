from dataclasses import replace

from mlops_platform.core.compare_reports import compare_reports
from mlops_platform.core.evidence import Outcome
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.core.samples import sample_report

MET, UNMET, UNKNOWN = Outcome.MET, Outcome.UNMET, Outcome.UNKNOWN
ASSET = "mlops_readiness"


def at(commit: str, outcomes: dict[str, Outcome], score: float | None = 5.0) -> ReadinessReport:
    """Return the sample at a commit, with these outcomes of rules of one section."""
    report = sample_report()
    section = report.sections.mlops_readiness
    finding = section.findings[0]
    findings = tuple(
        finding.model_copy(update={"rule": rule, "outcome": outcome})
        for rule, outcome in outcomes.items()
    )
    changed = section.model_copy(update={"findings": findings, "score": score})
    return report.model_copy(
        update={
            "revision": replace(report.revision, commit=commit),
            "readiness_score": score,
            "sections": report.sections.model_copy(update={ASSET: changed}),
        }
    )


def test_the_first_report_has_nothing_to_be_compared_with():
    first = compare_reports(at("a" * 40, {"tests_exist": MET}), None)
    assert (first.before, first.changes) == (None, None)


def test_what_was_mended_and_what_broke_is_told_apart():
    before = {"kept": MET, "mended": UNMET, "broken": MET, "lost": MET, "gone": UNMET}
    after = {"kept": MET, "mended": MET, "broken": UNMET, "lost": UNKNOWN, "new": UNMET}
    first = compare_reports(at("a" * 40, before, 4.0), None)
    changes = compare_reports(at("b" * 40, after, 6.5), first).changes
    assert changes.since.commit == "a" * 40
    assert [each.rule for each in changes.mended] == ["mended"]
    assert [each.rule for each in changes.broken] == ["broken"]
    assert [(each.rule, each.before, each.after) for each in changes.other] == [
        ("lost", MET, UNKNOWN),
        ("new", None, UNMET),
    ]
    assert [(each.asset, each.before, each.after) for each in changes.scores] == [
        ("readiness_report", 4.0, 6.5),
        (ASSET, 4.0, 6.5),
    ]


def test_a_score_that_is_no_longer_known_is_a_change():
    first = compare_reports(at("a" * 40, {}, 4.0), None)
    changes = compare_reports(at("b" * 40, {}, None), first).changes
    assert [(each.before, each.after) for each in changes.scores] == [(4.0, None)] * 2


def test_a_score_that_is_shown_as_before_did_not_change():
    first = compare_reports(at("a" * 40, {}, 5.12), None)
    assert compare_reports(at("b" * 40, {}, 5.14), first).changes.scores == ()


def test_the_same_commit_again_is_compared_with_what_it_was_compared_with():
    first = compare_reports(at("a" * 40, {"mended": UNMET}), None)
    second = compare_reports(at("b" * 40, {"mended": MET}), first)
    again = compare_reports(at("b" * 40, {"mended": MET}), second)
    assert again == second
    assert again.changes.since.commit == "a" * 40
