from mlops_platform.core.rules.mlops_readiness.owners_are_named import answer
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    seen,
)


def test_met_with_an_owners_file() -> None:
    is_met(answer(mlops(documentation=Documentation(owners=seen("CODEOWNERS")))), "CODEOWNERS")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "CODEOWNERS")


def test_not_applicable_outside_machine_learning() -> None:
    is_not_applicable(answer(mlops(**of_kind("not_ml"))), "not a machine-learning project")
