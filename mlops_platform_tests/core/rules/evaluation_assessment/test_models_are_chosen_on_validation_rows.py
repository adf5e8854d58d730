from mlops_platform.core.rules.evaluation_assessment.models_are_chosen_on_validation_rows import (
    answer,
)
from mlops_platform_tests.core.rules.cases import (
    defect,
    evaluation,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
    of_kind,
    program,
    seen,
)


def test_met_by_what_was_seen():
    is_met(
        answer(evaluation(programs=(program(sound_choices=(seen("train.py", 8),)),))), "train.py:8"
    )


def test_unmet_with_the_lines_that_prove_it():
    wrong = defect("multi_test", "choice by score")
    found = answer(evaluation(programs=(program(),), defects=(wrong,)))
    is_unmet(
        found, "chosen by its score on the test rows", at=["train.py:1", "train.py:7", "train.py:9"]
    )


def test_unknown_where_a_person_must_look():
    doubtful = defect("multi_test", "choice by score", is_confirmed=False)
    is_unknown(answer(evaluation(programs=(program(),), defects=(doubtful,))), "train.py line 7")


def test_not_applicable_where_nothing_of_the_kind_was_seen():
    silent = program(held_out_scores=(), fits=())
    is_not_applicable(answer(evaluation(programs=(silent,))), "no choice")


def test_unknown_where_no_program_was_followed_to_a_score():
    is_unknown(answer(evaluation()), "no program")


def test_unknown_where_a_program_could_not_be_followed():
    stopped = program(scores=(), held_out_scores=(), not_followed="took too long")
    is_unknown(answer(evaluation(programs=(stopped,))), "took too long")


def test_early_stopping_is_another_claim():
    other = defect("multi_test", "early stopping")
    is_not_applicable(answer(evaluation(programs=(program(),), defects=(other,))))


def test_unknown_where_the_rows_of_a_choice_are_not_told_apart():
    chosen = program(choices=(seen("train.py", 8, "max"),))
    is_unknown(answer(evaluation(programs=(chosen,))), "train.py line 8")


def test_code_that_scores_is_not_judged_by_a_notebook_beside_it():
    wrong = defect("multi_test", "choice by score", "book.ipynb")
    programs = (program(), program("book.ipynb"))
    is_partly_met(answer(evaluation(programs=programs, defects=(wrong,))), 0.5, "book.ipynb")


def test_a_stop_is_no_choice_of_this_sort():
    stopped = program(choices=(seen("train.py", 8, "early stopping"),))
    is_not_applicable(answer(evaluation(programs=(stopped,))), "no choice")


def test_nothing_is_asked_of_a_library():
    chosen = program(choices=(seen("train.py", 8),))
    is_not_applicable(answer(evaluation(programs=(chosen,), **of_kind("library"))), "library")
