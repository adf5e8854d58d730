from mlops_platform.core.rules.dataset_health.columns_carry_information import answer
from mlops_platform_tests.core.rules.cases import (
    column,
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
    found = answer(data(tabled(column("a", "constant"))))
    is_unmet(found, "in 1 of 1 table", at=["data.csv"])
    assert "one value" in found.evidence[0].note


def test_partly_met_when_one_of_two_tables_is_without_fault() -> None:
    good = (tabled()).model_copy(update={"path": "other.csv"})
    is_partly_met(answer(data(tabled(column("a", "constant")), good)), 0.5, "1 of 2 tables")


def test_what_is_the_same_within_a_file_may_tell_files_apart() -> None:
    first = tabled(column("year", "constant"), column("note", "empty"))
    second = tabled(column("year", "constant"), column("note")).model_copy(update={"path": "b.csv"})
    found = answer(data(first, second))
    is_partly_met(found, 0.5, "1 of 2 tables")
    assert [each.column for each in found.evidence] == ["note"]


def test_not_applicable_where_it_cannot_be_told() -> None:
    is_not_applicable(answer(data(tabled(rows=3))), "rows enough")
