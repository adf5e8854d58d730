"""The asset graph as Dagster sees it; a change of it is a change of the product."""

import subprocess
import sys

import dagster as dg
import pytest

from mlops_platform_tests.defs.drawn_platform import draw_platform

GRAPH = """\
dataset_health  assess  partitioned  < project_profile
deployment_readiness  assess  partitioned  < project_profile
evaluation_assessment  assess  partitioned  < dataset_health project_profile training_assessment
evaluation_execution  execute  partitioned  < project_profile training_execution
interpretations  report  partitioned  < readiness_report report_changes
mlops_readiness  assess  partitioned  < project_profile
model_registration  execute  partitioned  < deployment_readiness evaluation_execution \
project_profile training_execution
monitoring_health  operate  partitioned  < dataset_health project_profile
portfolio_overview  report  single  < readiness_report
project_profile  assess  partitioned  <
readiness_report  report  partitioned  < dataset_health deployment_readiness \
evaluation_assessment mlops_readiness monitoring_health project_profile \
retraining_recommendation training_assessment
report_changes  report  partitioned  < readiness_report
retraining_recommendation  operate  partitioned  < evaluation_assessment monitoring_health
training_assessment  assess  partitioned  < project_profile
training_execution  execute  partitioned  < project_profile
"""


@pytest.fixture(scope="module")
def definitions() -> dg.Definitions:
    return draw_platform().definitions


def test_the_asset_graph(definitions):
    graph = definitions.resolve_asset_graph()
    lines = []
    for key in sorted(graph.get_all_asset_keys()):
        node = graph.get(key)
        parents = " ".join(sorted(parent.to_user_string() for parent in node.parent_keys))
        kind = "partitioned" if node.partitions_def else "single"
        lines.append(f"{key.to_user_string()}  {node.group_name}  {kind}  < {parents}".rstrip())
    assert "\n".join(lines) + "\n" == GRAPH


def test_every_asset_says_what_it_asks_and_who_owns_it(definitions):
    graph = definitions.resolve_asset_graph()
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        assert node.description.endswith("?")
        assert node.owners == ["team:ml-platform"]
        assert node.kinds


def test_analyze_makes_everything_for_one_partition(definitions):
    job = definitions.resolve_job_def("analyze")
    assets = {key.to_user_string() for key in job.asset_layer.selected_asset_keys}
    lines = (line.split() for line in GRAPH.splitlines())
    assert assets == {name for name, group, *_ in lines if group != "execute"}
    assert job.executor_def is dg.in_process_executor


def test_execute_makes_what_it_needs_and_asks_for_a_container(definitions):
    job = definitions.resolve_job_def("execute")
    assets = {key.to_user_string() for key in job.asset_layer.selected_asset_keys}
    assert assets == {
        "project_profile",
        "deployment_readiness",
        "training_execution",
        "evaluation_execution",
        "model_registration",
    }
    assert job.tags == {"mlops/launcher": "docker"}


def test_loading_the_platform_loads_no_reader_and_no_library_of_tables():
    program = (
        "import sys, mlops_platform.definitions;"
        "print(*{'polars', 'pyarrow', 'numpy', 'scipy', 'pandas', 'mlops_platform.core.detectors',"
        " 'mlops_platform.core.gather'} & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert loaded.stdout == b"\n"
