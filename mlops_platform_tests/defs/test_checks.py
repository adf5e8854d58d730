import dagster as dg
import pytest

from mlops_platform.core.evidence import Evidence, Outcome
from mlops_platform.core.registry import all_rules
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.defs.drawn_platform import KEY, Analyzed, analyze, draw_platform
from mlops_platform_tests.fakes.isolation import GivenFacts

ASSESSED = (
    "project_profile",
    "dataset_health",
    "training_assessment",
    "evaluation_assessment",
    "mlops_readiness",
    "deployment_readiness",
    "monitoring_health",
    "retraining_recommendation",
)


@pytest.fixture(scope="module")
def graph():
    return draw_platform().definitions.resolve_asset_graph()


def evaluations(result: dg.ExecuteInProcessResult) -> dict[tuple[str, str], object]:
    return {
        (check.asset_key.to_user_string(), check.check_name): check
        for check in result.get_asset_check_evaluations()
    }


@pytest.fixture(scope="module")
def capped() -> Analyzed:
    secret = Evidence(path="settings.py", line=3, note="an access key")
    facts = PROFILE_FACTS.model_copy(update={"secrets": (secret,)})
    return analyze(GivenFacts(project_profile=facts))


def answers(analyzed: Analyzed):
    result = analyzed.result
    findings = {
        (asset, finding.rule): (section, finding)
        for asset in ASSESSED
        for section in [result.output_for_node(asset)]
        for finding in section.findings
    }
    return findings, evaluations(result)


def test_every_rule_is_a_check_of_its_asset(graph):
    checks = {(key.asset_key.to_user_string(), key.name) for key in graph.asset_check_keys}
    assert checks == {(rule.asset, rule.name) for rule in all_rules()}


def test_a_check_says_the_claim_the_reason_and_the_fix(graph):
    rule = all_rules()[0]
    check = graph.get(dg.AssetCheckKey(dg.AssetKey(rule.asset), rule.name))
    assert check.description.startswith(rule.claim)
    assert "**Why:**" in check.description
    assert "**Fix:**" in check.description


def test_one_step_answers_all_rules_of_an_asset():
    job = draw_platform().definitions.resolve_job_def("analyze")
    assert sorted(node.name for node in job.nodes if node.name.endswith("_rules")) == [
        "dataset_health_rules",
        "deployment_readiness_rules",
        "evaluation_assessment_rules",
        "mlops_readiness_rules",
        "monitoring_health_rules",
        "project_profile_rules",
        "retraining_recommendation_rules",
        "training_assessment_rules",
    ]


def test_every_evaluation_is_of_its_partition(analyzed):
    _, checks = answers(analyzed)
    assert {check.partition for check in checks.values()} == {KEY}


def test_only_a_met_claim_passes(analyzed):
    findings, checks = answers(analyzed)
    assert {findings[name][1].outcome for name in checks} >= {Outcome.MET, Outcome.UNMET}
    for name, check in checks.items():
        assert check.passed == (findings[name][1].outcome is Outcome.MET)


def test_what_does_not_apply_is_not_evaluated(analyzed):
    findings, checks = answers(analyzed)
    skipped = findings.keys() - checks.keys()
    assert skipped
    assert {findings[name][1].outcome for name in skipped} == {Outcome.NOT_APPLICABLE}


def test_an_unknown_claim_warns_and_says_why(unread):
    _, checks = answers(unread)
    assert len(checks) == len(all_rules())
    for check in checks.values():
        assert not check.passed
        assert check.severity is dg.AssetCheckSeverity.WARN
        assert check.description == "Unknown. Reading src/train.py killed the reader."


def test_a_failing_claim_is_an_error_only_where_it_caps(capped):
    findings, checks = answers(capped)
    errors = {n for n, check in checks.items() if check.severity is dg.AssetCheckSeverity.ERROR}
    assert errors
    assert errors == {
        (section.asset, cap.rule) for section, _ in findings.values() for cap in section.caps
    }
    assert not any(checks[name].passed for name in errors)


def test_a_check_shows_where_with_a_link_at_the_commit(analyzed):
    findings, checks = answers(analyzed)
    name = next(n for n in checks if findings[n][1].evidence and findings[n][1].evidence[0].line)
    section, finding = findings[name]
    shown, first = checks[name].metadata, finding.evidence[0]
    assert shown["where"].value.startswith(f"{first.path}:{first.line}")
    assert shown["link"].value.startswith(f"https://{KEY}/blob/{section.revision.commit}/")
    assert shown["link"].value.endswith(f"#L{first.line}")


def test_failing_claims_do_not_fail_the_run(analyzed):
    _, checks = answers(analyzed)
    assert not all(check.passed for check in checks.values())
    assert analyzed.result.success
