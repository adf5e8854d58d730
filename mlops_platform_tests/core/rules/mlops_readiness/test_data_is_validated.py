from mlops_platform.core.rules.mlops_readiness.data_is_validated import answer
from mlops_platform.core.sections.project_profile import ImportedModule
from mlops_platform_tests.core.rules.cases import (
    file,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    seen,
)

PANDERA = ImportedModule(
    module="pandera",
    distribution="pandera",
    is_declared=True,
    is_optional=False,
    evidence=seen("data.py", 2),
)


def test_met_with_a_validation_library() -> None:
    is_met(answer(mlops(imports=(PANDERA,))), "data.py:2")


def test_unmet_with_a_table_and_no_library() -> None:
    is_unmet(answer(mlops(datasets=(file("data/a.csv"),))), "no data-validation library")


def test_not_applicable_without_tables() -> None:
    is_not_applicable(answer(mlops(datasets=(file("data/words.txt"),))), "no tabular")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(mlops(**of_kind("library"))), "library")
