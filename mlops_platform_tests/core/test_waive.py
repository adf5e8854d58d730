import json

import pytest

from mlops_platform.core.evidence import Finding
from mlops_platform.core.render import render
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform_tests.core.samples import sample_report
from mlops_platform_tests.core.waived import REASON, report_waiving

RULE = "project_profile/notebooks_run_in_order"


def finding_of(report: ReadinessReport, rule: str) -> Finding:
    asset, _, name = rule.partition("/")
    section = report.sections.by_asset()[asset]
    (found,) = [finding for finding in section.findings if finding.rule == name]
    return found


def without_waivers(report: ReadinessReport) -> ReadinessReport:
    profile = report.sections.project_profile
    assert profile.facts is not None
    bare = profile.model_copy(
        update={
            "facts": profile.facts.model_copy(
                update={"declaration": type(profile.facts.declaration)()}
            )
        }
    )
    sections = report.sections.model_copy(update={"project_profile": bare})
    plain = {
        asset: section.model_copy(
            update={
                "findings": tuple(f.model_copy(update={"waived": ""}) for f in section.findings)
            }
        )
        for asset, section in sections.by_asset().items()
    }
    return report.model_copy(update={"sections": sections.model_copy(update=plain)})


def test_a_waived_claim_keeps_its_outcome_and_every_score():
    report = report_waiving(RULE)
    assert finding_of(report, RULE).waived == REASON
    same = without_waivers(report)
    sample = sample_report()
    assert same.model_copy(update={"priority_actions": ()}) == sample.model_copy(
        update={"priority_actions": ()}
    )


def test_a_waived_claim_is_no_action():
    actions = {f"{action.asset}/{action.rule}" for action in sample_report().priority_actions}
    assert RULE in actions
    left = {f"{action.asset}/{action.rule}" for action in report_waiving(RULE).priority_actions}
    assert RULE not in left


def test_what_caps_a_score_and_what_is_met_cannot_be_waived():
    sample = sample_report()
    assert sample.caps
    capping = [f"{cap.asset}/{cap.rule}" for cap in sample.caps]
    kept = [*capping, "project_profile/license_is_stated", "mlops_readiness/no_such_claim"]
    report = report_waiving(*kept)
    assert without_waivers(report) == sample
    assert all(not finding_of(report, rule).waived for rule in capping)


@pytest.mark.parametrize("format_name", ["html", "markdown", "json"])
def test_the_reason_is_shown(format_name):
    assert REASON in render(report_waiving(RULE), format_name)


def test_the_terminal_counts_what_is_waived():
    assert "    1 waived by the repository\n" in render(report_waiving(RULE), "terminal")


def test_code_scanning_gets_the_claim_as_suppressed():
    log = json.loads(render(report_waiving(RULE), "sarif"))
    suppressed = {
        result["ruleId"]: result["suppressions"]
        for result in log["runs"][0]["results"]
        if "suppressions" in result
    }
    assert suppressed == {RULE: [{"kind": "external", "justification": REASON}]}


def test_a_waiver_is_listed_with_what_its_authors_state():
    page = render(report_waiving(RULE), "markdown")
    assert "**Stated by its authors:**" in page
