from mlops_platform.core.rules.evaluation_assessment.scores_are_of_held_out_rows import answer
from mlops_platform_tests.core.rules.cases import (
    defect,
    evaluation,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    program,
    seen,
)


def test_met_by_scores_of_rows_that_were_held_out():
    is_met(answer(evaluation(programs=(program(),))), "train.py:5")


def test_met_by_folds():
    folds = program(held_out_scores=(), fold_scores=(seen("train.py", 8),))
    is_met(answer(evaluation(programs=(folds,))), "train.py:8")


def test_unmet_where_the_model_is_scored_on_what_it_learned():
    wrong = defect("evaluated_on_training")
    found = answer(evaluation(programs=(program(held_out_scores=()),), defects=(wrong,)))
    is_unmet(found, "only on rows that it was fitted to", at=["train.py:7", "train.py:9"])


def test_unknown_where_it_is_not_sure():
    doubtful = defect("evaluated_on_training", is_confirmed=False)
    is_unknown(answer(evaluation(programs=(program(),), defects=(doubtful,))), "train.py line 7")


def test_unknown_without_a_score():
    silent = program(held_out_scores=(), scores=())
    is_unknown(answer(evaluation(programs=(silent,))), "no program")


def test_not_applicable_where_only_training_rows_are_scored_beside():
    aside = program(held_out_scores=())
    is_not_applicable(answer(evaluation(programs=(aside,))), "no score of a model")
