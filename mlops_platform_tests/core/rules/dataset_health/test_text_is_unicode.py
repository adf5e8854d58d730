from mlops_platform.core.rules.dataset_health.text_is_unicode import answer
from mlops_platform_tests.core.rules.cases import (
    data,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    tabled,
)


def test_met() -> None:
    is_met(answer(data(tabled())), "data.csv")


def test_unmet() -> None:
    found = answer(data(tabled(encoding="cp1252")))
    is_unmet(found, "in 1 of 1 table", at=["data.csv"])
    assert "UTF-8" in found.evidence[0].note


def test_partly_met_when_one_of_two_tables_is_without_fault() -> None:
    good = (tabled()).model_copy(update={"path": "other.csv"})
    is_partly_met(answer(data(tabled(encoding="cp1252"), good)), 0.5, "1 of 2 tables")


def test_not_applicable_where_it_cannot_be_told() -> None:
    is_not_applicable(answer(data(tabled(encoding=None))), "text")
