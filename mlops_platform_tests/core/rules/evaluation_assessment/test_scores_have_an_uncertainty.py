from mlops_platform.core.rules.evaluation_assessment.scores_have_an_uncertainty import answer
from mlops_platform_tests.core.rules.cases import (
    evaluation,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    learned_table,
    of_kind,
    program,
    tool,
)

SPLIT = tool("train_test_split", "split", line=4)


def test_met_by_folds():
    is_met(
        answer(evaluation(tools=(SPLIT, tool("cross_val_score", "folds", line=5)))), "train.py:5"
    )


def test_met_by_an_interval():
    is_met(
        answer(evaluation(tools=(SPLIT, tool("bootstrap", "uncertainty", line=8)))), "train.py:8"
    )


def test_unknown_where_folds_are_only_cut():
    cut = tool("KFold", "folds", path="prepare/cut_files.py", line=6)
    found = answer(evaluation(programs=(program(),), tools=(SPLIT, cut)))
    is_unknown(found, "makes folds")


def test_unmet_by_one_split():
    found = answer(evaluation(programs=(program(),), tools=(SPLIT,)))
    is_unmet(found, "of one split", at=["train.py:4"])


def test_partly_met_where_folds_choose_and_one_split_scores():
    search = tool("GridSearchCV", "search", line=3)
    found = answer(evaluation(programs=(program(),), tools=(SPLIT, search)))
    is_partly_met(found, 0.5, "one split")


def test_a_large_test_part_needs_none():
    large = learned_table(0.5, 0.5, rows=100_000)
    found = answer(evaluation(programs=(program(),), tools=(SPLIT,), tables=(large,)))
    is_not_applicable(found, "so large")


def test_not_applicable_without_a_score_of_a_split():
    is_not_applicable(answer(evaluation(tools=(SPLIT,))), "no score")


def test_not_applicable_where_another_function_splits():
    is_not_applicable(answer(evaluation(programs=(program(),))), "not split by a function")


def test_not_held_against_a_collection():
    known = of_kind("notebooks_only")
    is_not_applicable(answer(evaluation(programs=(program(),), tools=(SPLIT,), **known)))
    tools = (SPLIT, tool("GridSearchCV", "search"))
    is_not_applicable(answer(evaluation(programs=(program(),), tools=tools, **known)))
