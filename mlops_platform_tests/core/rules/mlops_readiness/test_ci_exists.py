from mlops_platform.core.rules.mlops_readiness.ci_exists import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_a_pipeline_file() -> None:
    is_met(answer(mlops(ci=(used("gitlab_ci", ".gitlab-ci.yml"),))), ".gitlab-ci.yml")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "no pipeline file")


def test_not_applicable_to_notebooks() -> None:
    is_not_applicable(answer(mlops(**of_kind("notebooks_only"))), "notebooks")
