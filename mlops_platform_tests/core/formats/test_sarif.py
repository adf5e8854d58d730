import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator, ValidationError

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Evidence, Outcome, unmet
from mlops_platform.core.render import render
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.summarize import summarize
from mlops_platform_tests.core.formats.hostile import PAYLOAD, hostile_report
from mlops_platform_tests.core.sample_claims import claim
from mlops_platform_tests.core.samples import (
    interpreted_report,
    not_ml_report,
    sample_report,
    sample_sections,
    unread_report,
)

SCHEMA = Path(__file__).parent / "sarif-schema-2.1.0.json"
REPORTS = (sample_report, not_ml_report, unread_report, hostile_report)


def run_of(report: ReadinessReport) -> dict[str, Any]:
    return json.loads(render(report, "sarif"))["runs"][0]


def result_of(report: ReadinessReport, rule: str) -> dict[str, Any]:
    (result,) = [r for r in run_of(report)["results"] if r["ruleId"] == rule]
    return result


@pytest.mark.parametrize("report", REPORTS)
def test_it_fits_the_official_schema(report):
    Draft7Validator(json.loads(SCHEMA.read_text())).validate(json.loads(render(report(), "sarif")))


def test_the_official_schema_refuses_what_is_wrong():
    document = json.loads(render(sample_report(), "sarif"))
    document["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(ValidationError):
        Draft7Validator(json.loads(SCHEMA.read_text())).validate(document)


def test_every_open_claim_is_one_result_and_no_other_is():
    report = sample_report()
    expected = [
        f"{asset}/{finding.rule}"
        for asset, section in report.sections.by_asset().items()
        for finding in section.findings
        if finding.outcome in (Outcome.UNMET, Outcome.PARTLY_MET)
    ]
    assert [result["ruleId"] for result in run_of(report)["results"]] == expected
    assert len(expected) == 12


def test_a_result_points_to_the_description_of_its_rule():
    run = run_of(sample_report())
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert len({rule["id"] for rule in rules}) == len(rules)


def test_the_level_follows_the_weight():
    report = sample_report()
    assert result_of(report, "deployment_readiness/inputs_are_validated")["level"] == "error"
    assert result_of(report, "mlops_readiness/data_is_versioned")["level"] == "warning"
    assert result_of(report, "mlops_readiness/pipeline_is_declared")["level"] == "note"


def test_the_first_place_is_the_location_and_others_are_related():
    result = result_of(sample_report(), "project_profile/dependencies_are_pinned")
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "requirements.txt", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 2},
    }
    assert [p["physicalLocation"]["region"]["startLine"] for p in result["relatedLocations"]] == [5]


def test_a_claim_about_the_whole_repository_is_located_at_its_root():
    result = result_of(sample_report(), "mlops_readiness/models_are_registered")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "./"


def test_fingerprints_survive_a_new_commit():
    report = sample_report()
    later = report.model_copy(update={"commit": "0" * 40})
    before = [r["partialFingerprints"] for r in run_of(report)["results"]]
    assert before == [r["partialFingerprints"] for r in run_of(later)["results"]]
    assert len({json.dumps(print_) for print_ in before}) == len(before)


def test_provenance_names_the_repository_and_the_commit():
    (provenance,) = run_of(sample_report())["versionControlProvenance"]
    assert provenance["repositoryUri"] == "https://github.com/acme/churn-prediction"
    assert provenance["revisionId"] == sample_report().commit


def test_a_local_directory_has_no_provenance():
    revision = Revision(repository="local/project-1a2b", url=None, commit="c" * 40)
    report = sample_report().model_copy(update={"revision": revision})
    assert "versionControlProvenance" not in run_of(report)


def test_a_failed_section_is_a_notification():
    invocation = run_of(unread_report("the reader [x] was killed"))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == (
        r"project_profile: the reader \[x\] was killed"
    )


def test_a_name_that_is_shown_escaped_is_located_by_its_real_letters():
    odd = [claim("mlops_readiness", "a", unmet("it is so", [Evidence(path="a\\x1b b.py")]))]
    report = summarize(sample_sections({"mlops_readiness": odd}), {})
    location = result_of(report, "mlops_readiness/a")["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "a%1B%20b.py"


def test_hostile_paths_are_percent_encoded_and_messages_hold_no_links():
    result = result_of(hostile_report(), "mlops_readiness/a")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(' <>"\\^`{|}[]#?:') & set(uri)
    assert "<script>alert(1)</script>" in unquote(uri)
    assert "[" in PAYLOAD
    assert "[" not in result["message"]["text"].replace(r"\[", "")


def test_a_models_words_and_former_reports_change_no_alert():
    assert render(interpreted_report(), "sarif") == render(sample_report(), "sarif")
