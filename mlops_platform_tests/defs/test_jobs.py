from mlops_platform.core.sections.readiness_report import ReportSections
from mlops_platform_tests.defs.drawn_platform import draw_platform


def selected(job: str) -> set[str]:
    definition = draw_platform().definitions.resolve_job_def(job)
    return {key.to_user_string() for key in definition.asset_layer.selected_asset_keys}


def test_monitor_compares_tables_again_and_renews_the_report():
    assert selected("monitor") >= {"monitoring_health", "readiness_report", "portfolio_overview"}
    assert selected("monitor").isdisjoint({"project_profile", "dataset_health", "mlops_readiness"})
    assert selected("monitor") < selected("analyze")


def test_all_that_monitor_builds_on_is_in_a_report():
    definitions = draw_platform().definitions
    graph = definitions.resolve_asset_graph()
    monitored = definitions.resolve_job_def("monitor").asset_layer.selected_asset_keys
    needed = {parent for key in monitored for parent in graph.get(key).parent_keys} - monitored
    assert {key.to_user_string() for key in needed} <= set(ReportSections.model_fields)
