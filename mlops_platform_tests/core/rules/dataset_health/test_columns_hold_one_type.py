from mlops_platform.core.rules.dataset_health.columns_hold_one_type import answer
from mlops_platform_tests.core.rules.cases import (
    column,
    data,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    of_kind,
    tabled,
)


def test_met() -> None:
    is_met(answer(data(tabled())), "data.csv")


def test_unmet() -> None:
    found = answer(data(tabled(column("a", odd_cells=3))))
    is_unmet(found, "in 1 of 1 table", at=["data.csv"])
    assert "3 of 1000" in found.evidence[0].note


def test_partly_met_when_one_of_two_tables_is_without_fault() -> None:
    good = (tabled()).model_copy(update={"path": "other.csv"})
    is_partly_met(answer(data(tabled(column("a", odd_cells=3)), good)), 0.5, "1 of 2 tables")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(data(tabled(), **of_kind("library"))), "library")
