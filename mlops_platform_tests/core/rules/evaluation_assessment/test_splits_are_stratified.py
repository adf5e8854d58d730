from mlops_platform.core.rules.evaluation_assessment.splits_are_stratified import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    learned_table,
    of_kind,
    program,
    tool,
)

SPLIT = tool("train_test_split", "split", line=4)
RARE = learned_table(0.9, 0.1)
MODEL = tool("SVC", "model", purpose="classification")


def test_met_with_stratify():
    kept = tool("train_test_split", "split", line=4, keywords=("stratify",))
    is_met(answer(evaluation(tools=(kept, MODEL), tables=(RARE,))), "train.py:4")


def test_unmet_without_it():
    found = answer(evaluation(tools=(SPLIT, MODEL), tables=(RARE,)))
    is_unmet(found, "a class of 100 rows", at=["train.py:4", "data.csv"])


def test_partly_met_where_one_split_of_two_keeps_the_shares():
    kept = tool("train_test_split", "split", line=9, keywords=("stratify",))
    is_partly_met(answer(evaluation(tools=(SPLIT, kept, MODEL), tables=(RARE,))), 0.5, "100 rows")


def test_a_split_of_other_data_is_not_judged_by_this_table():
    other = tool("iris.csv", "data")
    is_not_applicable(answer(evaluation(tools=(SPLIT, other, MODEL), tables=(RARE,))))


def test_a_split_of_the_named_table_is():
    named = tool("data.csv", "data")
    is_unmet(answer(evaluation(tools=(SPLIT, named, MODEL), tables=(RARE,))), "100 rows")


def test_a_table_that_another_file_of_the_program_names_counts():
    named = tool("data.csv", "data", "load.py")
    other = tool("iris.csv", "data", "book.py")
    whole = program(files=("load.py", "train.py"))
    found = answer(
        evaluation(programs=(whole,), tools=(SPLIT, named, other, MODEL), tables=(RARE,))
    )
    is_unmet(found, "100 rows")


def test_rows_enough_of_every_class_need_none():
    is_not_applicable(answer(evaluation(tools=(SPLIT, MODEL), tables=(learned_table(0.5, 0.5),))))
    many = learned_table(0.9, 0.1, rows=100_000)
    is_not_applicable(answer(evaluation(tools=(SPLIT, MODEL), tables=(many,))))


def test_a_split_that_keeps_the_order_cannot():
    ordered = tool("train_test_split", "split", keywords=("shuffle",))
    is_not_applicable(answer(evaluation(tools=(ordered, MODEL), tables=(RARE,))))


def test_a_classifier_elsewhere_in_the_project_is_enough():
    elsewhere = tool("SVC", "model", "fit.py", purpose="classification")
    is_unmet(answer(evaluation(tools=(SPLIT, elsewhere), tables=(RARE,))), "100 rows")


def test_numbers_have_no_classes():
    model = tool("Ridge", "model", purpose="regression")
    is_not_applicable(answer(evaluation(tools=(SPLIT, model), tables=(RARE,))))


def test_a_collection_is_judged_by_what_its_files_name():
    known = of_kind("many_projects")
    is_not_applicable(answer(evaluation(tools=(SPLIT, MODEL), tables=(RARE,), **known)))
    named = tool("data.csv", "data")
    is_unmet(answer(evaluation(tools=(SPLIT, named, MODEL), tables=(RARE,), **known)), "100 rows")
