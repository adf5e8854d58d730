from mlops_platform.core.rules.evaluation_assessment.held_out_rows_are_only_transformed import (
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

TOOL = tool("StandardScaler", "preparation", line=7, purpose="scaling")


def test_met_where_it_was_followed():
    is_met(answer(evaluation(programs=(program(),), tools=(TOOL,))), "train.py:7")


def test_unmet_with_the_statement():
    wrong = defect("refitted_on_test", "scaling")
    found = answer(evaluation(programs=(program(),), tools=(TOOL,), defects=(wrong,)))
    is_unmet(found, "fitted again", "train.py line 7", at=["train.py:7"])


def test_unknown_where_it_is_not_sure():
    doubtful = defect("refitted_on_test", "scaling", is_confirmed=False)
    is_unknown(answer(evaluation(programs=(program(),), defects=(doubtful,))), "a person must look")


def test_not_applicable_where_it_could_not_be_followed():
    stopped = program(not_followed="took too long")
    is_not_applicable(answer(evaluation(programs=(stopped,), tools=(TOOL,))), "no preprocessing")
