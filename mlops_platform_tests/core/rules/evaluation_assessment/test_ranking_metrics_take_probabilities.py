from mlops_platform.core.rules.evaluation_assessment.ranking_metrics_take_probabilities import (
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

TOOL = tool("roc_auc_score", "metric", line=7, purpose="classification")


def test_met_where_it_was_followed():
    is_met(answer(evaluation(programs=(program(),), tools=(TOOL,))), "train.py:7")


def test_unmet_with_the_statement():
    wrong = defect("ranking_metric_of_labels", "")
    found = answer(evaluation(programs=(program(),), tools=(TOOL,), defects=(wrong,)))
    is_unmet(found, "from predicted labels", "train.py line 7", at=["train.py:7"])


def test_unknown_where_it_is_not_sure():
    doubtful = defect("ranking_metric_of_labels", "", is_confirmed=False)
    is_unknown(answer(evaluation(programs=(program(),), defects=(doubtful,))), "a person must look")


def test_not_applicable_where_it_could_not_be_followed():
    stopped = program(not_followed="took too long")
    is_not_applicable(answer(evaluation(programs=(stopped,), tools=(TOOL,))), "no ranking metric")
