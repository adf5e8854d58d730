from mlops_platform.core.rules.evaluation_assessment.rows_are_held_out import answer
from mlops_platform_tests.core.rules.cases import (
    defect,
    evaluation,
    held_out_file,
    is_met,
    is_partly_met,
    is_unknown,
    is_unmet,
    program,
    tool,
)

ALL = defect("evaluated_on_training")


def test_met_by_scores_of_held_out_rows():
    is_met(answer(evaluation(programs=(program(),))), "train.py:5")


def test_met_by_a_split():
    split = tool("train_test_split", "split", line=4)
    is_met(answer(evaluation(tools=(split,))), "train.py:4")


def test_met_by_a_file_of_held_out_rows():
    is_met(answer(evaluation(held_out_files=(held_out_file(),))), "test.csv")


def test_unmet_where_all_rows_are_fitted_and_scored():
    whole = program(splits=(), held_out_scores=())
    found = answer(evaluation(programs=(whole,), defects=(ALL,)))
    is_unmet(found, "train.py fits a model to all rows", at=["train.py:1", "train.py:3"])


def test_partly_met_where_another_program_holds_rows_out():
    whole = program(splits=(), held_out_scores=())
    found = answer(evaluation(programs=(whole, program("b.py")), defects=(ALL,)))
    is_partly_met(found, 0.5, "train.py")


def test_unknown_where_nothing_tells():
    is_unknown(answer(evaluation()), "ruled out")
