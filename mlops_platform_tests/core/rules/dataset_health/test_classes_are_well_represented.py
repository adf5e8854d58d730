from mlops_platform.core.rules.dataset_health.classes_are_well_represented import answer
from mlops_platform_tests.core.rules.cases import (
    aimed,
    data,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    tabled,
)


def test_met() -> None:
    is_met(answer(data(tabled(target=aimed(class_shares=(0.99, 0.01))))), "data.csv")


def test_unmet() -> None:
    found = answer(data(tabled(target=aimed(class_shares=(0.995, 0.005)))))
    is_unmet(found, "in 1 of 1 table", at=["data.csv"])
    assert "0.50%" in found.evidence[0].note


def test_partly_met_when_one_of_two_tables_is_without_fault() -> None:
    good = (tabled(target=aimed(class_shares=(0.99, 0.01)))).model_copy(
        update={"path": "other.csv"}
    )
    is_partly_met(
        answer(data(tabled(target=aimed(class_shares=(0.995, 0.005))), good)), 0.5, "1 of 2 tables"
    )


def test_a_small_table_is_judged_by_its_size_alone() -> None:
    is_not_applicable(answer(data(tabled(rows=15, target=aimed()))), "classes")


def test_not_applicable_where_it_cannot_be_told() -> None:
    is_not_applicable(answer(data(tabled(target=aimed(class_shares=())))), "classes")
