from mlops_platform.core.rules.evaluation_assessment.preprocessing_follows_the_split import (
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
    tool,
)

SCALER = tool("StandardScaler", "preparation", line=7, purpose="scaling")


def test_met_by_a_scaler_of_a_program_that_scores_held_out_rows():
    is_met(answer(evaluation(programs=(program(),), tools=(SCALER,))), "train.py:7")


def test_unmet_with_the_statement_to_change_first_then_the_chain():
    wrong = defect("preprocessing", "scaling")
    found = answer(evaluation(programs=(program(),), tools=(SCALER,), defects=(wrong,)))
    is_unmet(found, "fitted to rows", "train.py line 7")
    assert [each.line for each in found.evidence] == [7, 1, 9]


def test_partly_met_where_only_a_notebook_beside_the_code_is_wrong():
    wrong = defect("preprocessing", "scaling", "book.ipynb")
    found = answer(evaluation(programs=(program(),), tools=(SCALER,), defects=(wrong,)))
    is_partly_met(found, 0.5, "book.ipynb")


def test_partly_met_where_one_of_many_projects_is_wrong():
    wrong = defect("preprocessing", "scaling")
    programs = (program(), program("b.py"), program("c.py"), program("d.py"))
    found = answer(evaluation(programs=programs, defects=(wrong,), **of_kind("many_projects")))
    is_partly_met(found, 0.75, "train.py")


def test_partly_met_where_one_program_of_very_many_is_wrong():
    wrong = defect("preprocessing", "scaling")
    programs = (program(), *(program(f"{number}.py") for number in range(9)))
    is_partly_met(answer(evaluation(programs=programs, defects=(wrong,))), 0.9, "train.py")


def test_unmet_where_the_only_notebook_is_wrong():
    wrong = defect("preprocessing", "scaling", "book.ipynb")
    books = (program("book.ipynb"),)
    known = of_kind("notebooks_only")
    is_unmet(answer(evaluation(programs=books, defects=(wrong,), **known)), "book.ipynb")


def test_unknown_where_a_person_must_look():
    doubtful = defect("preprocessing", "imputation", is_confirmed=False)
    found = answer(evaluation(programs=(program(),), tools=(SCALER,), defects=(doubtful,)))
    is_unknown(found, "a person must look", "train.py line 7")


def test_unknown_where_nothing_was_scored_behind_it():
    unscored = program(held_out_scores=())
    is_unknown(answer(evaluation(programs=(unscored,), tools=(SCALER,))), "no score", "line 7")


def test_unknown_where_the_program_could_not_be_followed():
    stopped = program(not_followed="took too long")
    is_unknown(answer(evaluation(programs=(stopped,), tools=(SCALER,))), "took too long")


def test_lists_of_categories_are_left_out():
    wrong = defect("preprocessing", "encoding", is_confirmed=False)
    is_not_applicable(answer(evaluation(programs=(program(),), defects=(wrong,))), "no scaling")


def test_not_applicable_to_a_library():
    is_not_applicable(answer(evaluation(**of_kind("library"))), "library")
