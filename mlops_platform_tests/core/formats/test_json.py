import json

from mlops_platform.core.render import render
from mlops_platform_tests.core.formats.hostile import hostile_report
from mlops_platform_tests.core.samples import (
    interpreted_report,
    not_ml_report,
    sample_report,
    unread_report,
)


def test_the_report_has_the_fields_of_the_contract():
    document = json.loads(render(sample_report(), "json"))
    assert document["schema_version"] == 1
    assert document["repository"] == "github.com/acme/churn-prediction"
    assert document["readiness_score"] == 5.4852
    assert document["weakest_section"] == "deployment_readiness"
    assert {"commit", "coverage", "caps", "priority_actions", "verdict", "weights"} <= set(document)
    section = document["sections"]["mlops_readiness"]
    assert {"score", "coverage", "facts", "findings", "interpretation"} <= set(section)
    assert section["interpretation"] is None


def test_a_finding_says_where_it_is_seen_and_what_it_regains():
    document = json.loads(render(sample_report(), "json"))
    finding = next(
        f
        for f in document["sections"]["mlops_readiness"]["findings"]
        if f["rule"] == "seeds_are_fixed"
    )
    assert finding["outcome"] == "unmet"
    assert finding["evidence"][0]["path"] == "src/train.py"
    assert finding["evidence"][0]["line"] == 58
    assert finding["points"] > 0
    assert finding["total_points"] == 0.5148
    assert {"claim", "because", "fix", "effort", "why", "weight"} <= set(finding)


def test_words_of_a_model_and_changes_stand_apart_from_findings():
    document = json.loads(render(interpreted_report(), "json"))
    said = document["sections"]["mlops_readiness"]["interpretation"]["interpretation"]
    assert said["recommendations"][1] == {
        "text": "Fix the seeds before the data is split.",
        "findings": ["mlops_readiness.seeds_are_fixed"],
    }
    assert document["language_model"] == "groq/llama-3.3-70b-versatile"
    assert document["changes"]["broken"][0]["rule"] == "secrets_stay_out_of_images"
    silent = json.loads(render(sample_report(), "json"))
    for section in document["sections"].values():
        section["interpretation"] = None
    assert document | {"language_model": "", "interpretation": None, "changes": None} == silent


def test_what_does_not_exist_is_null():
    assert json.loads(render(not_ml_report(), "json"))["readiness_score"] is None
    document = json.loads(render(unread_report("it was killed"), "json"))
    assert document["is_ml_project"] is None
    assert document["sections"]["project_profile"]["facts"] is None
    assert document["sections"]["project_profile"]["failure"] == "it was killed"


def test_hostile_text_is_kept_as_data_in_plain_ascii():
    text = render(hostile_report(), "json")
    assert text.isascii()
    assert "\x00" not in text
    assert "\\u0000" not in text
    because = json.loads(text)["sections"]["mlops_readiness"]["findings"][0]["because"]
    assert "<script>alert(1)</script>" in because
    because.encode()
