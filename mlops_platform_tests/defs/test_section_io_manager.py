import json

import dagster as dg
import pytest

from mlops_platform.core.sections.mlops_readiness import MlopsReadiness
from mlops_platform.core.sections.portfolio_overview import PortfolioOverview
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.defs.section_io_manager import MissingSectionError, UnreadableSectionError
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.defs.drawn_platform import KEY, analyze, draw_platform, run
from mlops_platform_tests.fakes.isolation import GivenFacts


def test_sections_are_stored_by_asset_and_repository(analyzed):
    assert sorted(analyzed.platform.sections.stored) == [
        ("dataset_health", KEY),
        ("deployment_readiness", KEY),
        ("evaluation_assessment", KEY),
        ("interpretations", KEY),
        ("mlops_readiness", KEY),
        ("monitoring_health", KEY),
        ("portfolio_overview", "all"),
        ("project_profile", KEY),
        ("readiness_report", KEY),
        ("report_changes", KEY),
        ("retraining_recommendation", KEY),
        ("training_assessment", KEY),
    ]


@pytest.mark.parametrize(
    ("asset", "section"),
    [("mlops_readiness", MlopsReadiness), ("readiness_report", ReadinessReport)],
)
def test_what_is_stored_reads_back_as_what_was_returned(analyzed, asset, section):
    text = analyzed.platform.sections.read(asset, KEY)
    assert section.model_validate_json(text) == analyzed.result.output_for_node(asset)


def test_the_same_section_is_stored_as_the_same_bytes(analyzed):
    assert analyze().platform.sections.stored == analyzed.platform.sections.stored


def test_an_asset_reads_what_an_earlier_run_stored():
    platform = draw_platform()
    with dg.DagsterInstance.ephemeral() as instance:
        run(platform, instance, "project_profile")
        result = run(platform, instance, "mlops_readiness")
    assert isinstance(result.output_for_node("mlops_readiness"), MlopsReadiness)


def test_a_section_that_was_never_stored_is_named():
    said = pytest.raises(MissingSectionError, match=f"{KEY} has no stored project_profile")
    with dg.DagsterInstance.ephemeral() as instance, said:
        run(draw_platform(), instance, "mlops_readiness")


@pytest.mark.parametrize("text", ["{", "{}", '{"asset": "project_profile", "newer": 1}'])
def test_a_section_of_another_version_is_named(text):
    platform = draw_platform()
    platform.sections.write("project_profile", KEY, text)
    said = pytest.raises(UnreadableSectionError, match=f"stored project_profile of {KEY} is not")
    with dg.DagsterInstance.ephemeral() as instance, said:
        run(platform, instance, "mlops_readiness")


def test_text_that_no_database_takes_is_stored_replaced():
    hostile = PROFILE_FACTS.model_copy(update={"because": "a\x00b\udcffc"})
    platform = draw_platform(GivenFacts(project_profile=hostile))
    with dg.DagsterInstance.ephemeral() as instance:
        run(platform, instance, "project_profile")
    stored = json.loads(platform.sections.stored["project_profile", KEY])
    assert stored["facts"]["because"] == "a\ufffdb\ufffdc"


def test_score_and_coverage_are_shown(analyzed):
    report = analyzed.result.output_for_node("readiness_report")
    shown = analyzed.shown["readiness_report"]
    assert shown["readiness_score"].value == report.readiness_score
    assert shown["coverage"].value == report.coverage


def test_the_portfolio_is_not_of_one_repository(analyzed):
    text = analyzed.platform.sections.stored["portfolio_overview", "all"]
    portfolio = PortfolioOverview.model_validate_json(text)
    assert [entry.repository for entry in portfolio.entries] == [KEY]
