from mlops_platform.core.rules.evaluation_assessment.training_stops_on_validation_rows import answer
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


def test_met_by_what_was_seen():
    is_met(
        answer(
            evaluation(programs=(program(sound_choices=(seen("train.py", 8, "early stopping"),)),))
        ),
        "train.py:8",
    )


def test_unmet_with_the_lines_that_prove_it():
    wrong = defect("multi_test", "early stopping")
    found = answer(evaluation(programs=(program(),), defects=(wrong,)))
    is_unmet(found, "training stops by the rows", at=["train.py:1", "train.py:7", "train.py:9"])


def test_unknown_where_a_person_must_look():
    doubtful = defect("multi_test", "early stopping", is_confirmed=False)
    is_unknown(answer(evaluation(programs=(program(),), defects=(doubtful,))), "train.py line 7")


def test_not_applicable_where_nothing_of_the_kind_was_seen():
    silent = program(held_out_scores=(), fits=())
    is_not_applicable(answer(evaluation(programs=(silent,))), "no early stopping")


def test_another_choice_is_another_claim():
    other = defect("multi_test", "choice by score")
    is_not_applicable(answer(evaluation(programs=(program(),), defects=(other,))))
