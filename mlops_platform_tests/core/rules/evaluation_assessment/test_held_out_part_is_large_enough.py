from mlops_platform.core.rules.evaluation_assessment.held_out_part_is_large_enough import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    learned_table,
    tool,
)

MODEL = tool("SVC", "model", purpose="classification")


def split(**known):
    return tool("train_test_split", "split", line=4, **known)


def test_met_by_a_hundred_rows():
    found = answer(
        evaluation(tools=(split(test_size=0.1), MODEL), tables=(learned_table(0.5, 0.5),))
    )
    is_met(found, "train.py:4")


def test_unmet_says_how_little_is_known():
    small = learned_table(0.5, 0.5, rows=150)
    found = answer(evaluation(tools=(split(test_size=0.2), MODEL), tables=(small,)))
    is_unmet(found, "about 30 rows of data.csv", "±18 points", at=["train.py:4", "data.csv"])


def test_a_quarter_is_held_out_by_default():
    small = learned_table(0.5, 0.5, rows=100)
    is_unmet(answer(evaluation(tools=(split(), MODEL), tables=(small,))), "about 25 rows")


def test_a_count_is_taken_as_it_is():
    counted = split(test_size=50)
    is_unmet(
        answer(evaluation(tools=(counted, MODEL), tables=(learned_table(0.5, 0.5),))), "about 50"
    )


def test_nothing_held_out_is_said_within_reason():
    tiny = learned_table(0.5, 0.5, rows=1)
    is_unmet(answer(evaluation(tools=(split(test_size=0.01), MODEL), tables=(tiny,))), "±98 points")


def test_unknown_where_the_size_is_no_number():
    vague = split(keywords=("test_size",))
    is_unknown(
        answer(evaluation(tools=(vague, MODEL), tables=(learned_table(0.5, 0.5),))), "number"
    )


def test_partly_met_where_one_split_is_large():
    tools = (split(test_size=0.2), split(test_size=20), MODEL)
    found = answer(evaluation(tools=tools, tables=(learned_table(0.5, 0.5),)))
    is_partly_met(found, 0.5, "about 20 rows")


def test_folds_hold_out_every_row():
    tools = (split(test_size=20), tool("KFold", "folds"), MODEL)
    is_not_applicable(answer(evaluation(tools=tools, tables=(learned_table(0.5, 0.5),))))


def test_not_applicable_without_a_table():
    is_not_applicable(answer(evaluation(tools=(split(), MODEL))), "no split of a table")


def test_numbers_are_not_counted_as_hits():
    error = tool("r2_score", "metric", purpose="regression")
    small = learned_table(0.5, 0.5, rows=50)
    is_not_applicable(answer(evaluation(tools=(split(), error), tables=(small,))), "no split of")
