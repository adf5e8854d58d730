from mlops_platform.core.rules.evaluation_assessment.held_out_files_hold_new_rows import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    held_out_file,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
)


def test_met_by_parts_that_share_nothing():
    is_met(answer(evaluation(held_out_files=(held_out_file(),))), "test.csv")


def test_a_row_in_a_hundred_is_none():
    is_met(answer(evaluation(held_out_files=(held_out_file(shared_rows=1),))))


def test_unmet_where_many_rows_are_shared():
    found = answer(evaluation(held_out_files=(held_out_file(shared_rows=40),)))
    is_unmet(found, "40 of 100 rows of test.csv are also in train.csv", at=["test.csv"])


def test_partly_met_where_few_are():
    found = answer(evaluation(held_out_files=(held_out_file(shared_rows=5),)))
    is_partly_met(found, 0.5, "5 of 100 rows")


def test_rows_that_repeat_by_themselves_meet_by_themselves():
    natural = held_out_file(shared_rows=40, repeated_share=0.3)
    is_met(answer(evaluation(held_out_files=(natural,))))


def test_not_applicable_without_such_files():
    is_not_applicable(answer(evaluation()), "no training and held-out file")
    is_not_applicable(answer(evaluation(held_out_files=(held_out_file(rows=0),))))
