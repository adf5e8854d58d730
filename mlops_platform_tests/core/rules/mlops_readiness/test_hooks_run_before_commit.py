from mlops_platform.core.rules.mlops_readiness.hooks_run_before_commit import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_a_hook_manager() -> None:
    path = ".pre-commit-config.yaml"
    is_met(answer(mlops(quality_tools=(used("pre-commit", path),))), path)


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops(quality_tools=(used("black"),))), "no hook manager")


def test_not_applicable_to_notebooks() -> None:
    is_not_applicable(answer(mlops(**of_kind("notebooks_only"))))
