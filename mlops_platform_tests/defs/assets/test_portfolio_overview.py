import dagster as dg

from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform_tests.core.samples import not_ml_report
from mlops_platform_tests.defs.drawn_platform import KEY, draw_platform, run


def test_it_shows_every_repository_that_has_a_report():
    platform = draw_platform()
    other = not_ml_report()
    text = canonical_json(other.model_dump(mode="json"))
    platform.sections.write("readiness_report", other.repository, text)
    platform.sections.write("project_profile", "github.com/acme/unfinished", "{}")
    with dg.DagsterInstance.ephemeral() as instance:
        portfolio = run(platform, instance).output_for_node("portfolio_overview")
    assert [entry.repository for entry in portfolio.entries] == [KEY, other.repository]


def test_it_can_be_made_alone_before_anything_was_analyzed():
    platform = draw_platform()
    with dg.DagsterInstance.ephemeral() as instance:
        result = run(platform, instance, "portfolio_overview")
    assert result.output_for_node("portfolio_overview").entries == ()


def test_it_comes_after_the_reports():
    graph = draw_platform().definitions.resolve_asset_graph()
    node = graph.get(dg.AssetKey("portfolio_overview"))
    assert node.parent_keys == {dg.AssetKey("readiness_report")}
    assert node.partitions_def is None
