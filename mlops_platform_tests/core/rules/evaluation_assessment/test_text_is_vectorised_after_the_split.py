from mlops_platform.core.rules.evaluation_assessment.text_is_vectorised_after_the_split import (
    answer,
)
from mlops_platform_tests.core.rules.cases import (
    defect,
    evaluation,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    program,
    tool,
)

TOOL = tool("TfidfVectorizer", "preparation", line=7, purpose="vectorising")


def test_met_where_held_out_rows_are_scored_behind_it():
    is_met(answer(evaluation(programs=(program(),), tools=(TOOL,))), "train.py:7")


def test_unmet_with_the_statement_and_its_chain():
    wrong = defect("preprocessing", "vectorising")
    found = answer(evaluation(programs=(program(),), tools=(TOOL,), defects=(wrong,)))
    is_unmet(
        found,
        "a vectoriser was fitted",
        "train.py line 7",
        at=["train.py:1", "train.py:7", "train.py:9"],
    )


def test_unknown_where_nothing_was_scored_behind_it():
    found = answer(evaluation(programs=(program(held_out_scores=()),), tools=(TOOL,)))
    is_unknown(found, "train.py line 7")


def test_not_applicable_without_it():
    is_not_applicable(answer(evaluation(programs=(program(),))), "no text vectoriser")
