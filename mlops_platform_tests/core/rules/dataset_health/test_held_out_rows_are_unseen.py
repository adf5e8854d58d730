from mlops_platform.core.rules.dataset_health.held_out_rows_are_unseen import answer
from mlops_platform_tests.core.rules.cases import (
    data,
    is_met,
    is_not_applicable,
    is_unmet,
    parted,
    tabled,
)


def test_met_with_a_row_in_a_hundred() -> None:
    is_met(answer(data(tabled(), split_pairs=(parted(shared_rows=1),))), "test.csv")


def test_unmet_with_shared_rows() -> None:
    found = answer(data(tabled(), split_pairs=(parted(shared_rows=2),)))
    is_unmet(found, "share rows", at=["test.csv"])
    assert found.evidence[0].note == "2 of 100 rows are also in train.csv"


def test_met_where_rows_of_few_columns_repeat_by_themselves() -> None:
    training = tabled(path="train.csv", duplicate_rows=100)
    is_met(answer(data(training, split_pairs=(parted(shared_rows=30),))))
    is_unmet(answer(data(training, split_pairs=(parted(shared_rows=31),))), "share rows")


def test_not_applicable_without_parts_that_can_be_compared() -> None:
    is_not_applicable(answer(data(tabled())), "no training and held-out part")
    is_not_applicable(answer(data(tabled(), split_pairs=(parted(shared_rows=None),))))
