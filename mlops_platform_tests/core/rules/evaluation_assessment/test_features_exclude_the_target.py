from mlops_platform.core.rules.evaluation_assessment.features_exclude_the_target import answer
from mlops_platform_tests.core.rules.cases import (
    defect,
    evaluation,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    program,
)


def test_met_by_what_was_seen():
    is_met(answer(evaluation(programs=(program(),))), "train.py:3")


def test_unmet_with_the_lines_that_prove_it():
    wrong = defect("target_among_features", "target")
    found = answer(evaluation(programs=(program(),), defects=(wrong,)))
    is_unmet(found, "left among the features", at=["train.py:1", "train.py:7", "train.py:9"])


def test_unmet_by_a_feature_that_holds_its_own_row():
    wrong = defect("target_among_features", "own row")
    is_unmet(answer(evaluation(programs=(program(),), defects=(wrong,))), "own value in it")


def test_unknown_where_a_person_must_look():
    doubtful = defect("target_among_features", "target", is_confirmed=False)
    is_unknown(answer(evaluation(programs=(program(),), defects=(doubtful,))), "train.py line 7")


def test_not_applicable_where_nothing_of_the_kind_was_seen():
    silent = program(held_out_scores=(), fits=())
    is_not_applicable(answer(evaluation(programs=(silent,))), "no program")
