from mlops_platform.core.rules.mlops_readiness.pipeline_is_defined import answer
from mlops_platform_tests.core.rules.cases import (
    declared,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_a_definition() -> None:
    is_met(answer(mlops(pipelines=(used("dvc", "dvc.yaml"),))), "dvc.yaml")


def test_unmet_when_the_tool_is_only_declared() -> None:
    is_unmet(answer(mlops(pipelines=(declared("prefect"),))), "prefect is declared")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "no pipeline")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(mlops(training_entry_points=())), "no training")


def test_a_template_with_a_pipeline_is_credited() -> None:
    is_met(answer(mlops(pipelines=(used("kedro"),), **of_kind("template"))))
    is_not_applicable(answer(mlops(**of_kind("template"))), "template")
