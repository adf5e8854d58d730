from dataclasses import replace

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Cap, Evidence
from mlops_platform.core.report.outline import (
    by_reason,
    cap_scope,
    caps_in_force,
    groups,
    home_page,
    link,
    open_count,
    open_total,
    place,
    why_unscored,
)
from mlops_platform_tests.core.samples import REVISION, sample_report


def test_open_findings_come_first_and_those_that_regain_most_lead():
    first, *others = groups(sample_report().sections.mlops_readiness)
    assert first.heading == "To improve"
    points = [finding.total_points or 0 for finding in first.findings]
    assert len(points) == 4
    assert points == sorted(points, reverse=True)
    assert [group.heading for group in others] == ["Could not be known", "Met"]


def test_every_finding_is_in_one_group():
    section = sample_report().sections.deployment_readiness
    grouped = [finding.rule for group in groups(section) for finding in group.findings]
    assert sorted(grouped) == sorted(finding.rule for finding in section.findings)


def test_open_claims_are_counted():
    report = sample_report()
    assert open_count(report.sections.project_profile) == 3
    assert open_total(report) == 12


def test_a_section_without_a_score_has_the_reason_that_most_of_it_shares():
    section = sample_report().sections.deployment_readiness
    assert why_unscored(section) == ""
    reasons = ["there is no CI", "nothing serves a model", "", "", "nothing serves a model"]
    findings = [
        finding.model_copy(update={"because": reason})
        for finding, reason in zip(section.findings, reasons, strict=False)
    ]
    bare = section.model_copy(update={"score": None, "findings": tuple(findings)})
    assert why_unscored(bare) == "nothing serves a model"
    assert why_unscored(bare.model_copy(update={"failure": "it was killed"})) == ""
    assert why_unscored(bare.model_copy(update={"findings": ()})) == ""
    together = by_reason(bare.findings)
    assert list(together) == ["there is no CI", "nothing serves a model", ""]
    assert together["nothing serves a model"] == [findings[1], findings[4]]


def test_a_cap_stands_beside_the_finding_that_lifts_it():
    first, second = caps_in_force(sample_report())
    assert first.finding is not None
    assert first.finding.rule == first.cap.rule == "secrets_stay_out_of_images"
    assert (cap_scope(first.cap), cap_scope(second.cap)) == ("total", "deployment readiness")


def test_a_cap_without_its_finding_still_shows():
    lost = Cap(asset="mlops_readiness", rule="gone", limit=2, scope="total", reason="it was so")
    report = sample_report().model_copy(update={"caps": (lost,)})
    assert caps_in_force(report) == ((lost, None),)


def test_a_place_is_said_as_precisely_as_it_is_known():
    assert place(Evidence(path="a.py", line=3)) == "a.py:3"
    assert place(Evidence(path="a.ipynb", cell=2)) == "a.ipynb, cell 2"
    assert place(Evidence(path="a.csv", column="")) == "a.csv, column "
    assert place(Evidence(run_id="4f2a")) == "run 4f2a"
    assert place(Evidence(note="only a note")) == ""


def test_a_link_needs_a_path_and_a_host():
    assert link(REVISION, Evidence(path="a.py", line=3)) == (
        f"https://github.com/acme/churn-prediction/blob/{REVISION.commit}/a.py#L3"
    )
    assert link(REVISION, Evidence(run_id="4f2a")) is None
    local = Revision(repository="local/churn-1a2b", url=None, commit="c" * 40)
    assert link(local, Evidence(path="a.py")) is None


def test_a_name_that_can_only_be_shown_escaped_has_no_link():
    assert link(REVISION, Evidence(path="a\\x1b.py")) is None


def test_only_the_repository_itself_is_its_home_page():
    report = sample_report()
    assert home_page(report) == "https://github.com/acme/churn-prediction"
    for url in (None, "javascript:alert(1)", "https://evil.example/acme"):
        moved = replace(REVISION, url=url)
        assert home_page(report.model_copy(update={"revision": moved})) is None
