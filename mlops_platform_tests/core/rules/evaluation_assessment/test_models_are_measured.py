from mlops_platform.core.evidence import Evidence
from mlops_platform.core.rules.evaluation_assessment.models_are_measured import answer
from mlops_platform_tests.core.rules.cases import (
    EVALUATE,
    evaluation,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    program,
    tool,
)


def test_met_by_a_score():
    is_met(answer(evaluation(programs=(program(),))), "train.py:4")


def test_met_by_a_metric():
    is_met(answer(evaluation(tools=(tool("f1_score", "metric", line=6),))), "train.py:6")


def test_met_by_an_entry_point():
    is_met(answer(evaluation(evaluation_entry_points=(EVALUATE,))), "evaluate.py")


def test_met_by_a_loss_that_nothing_learns_from():
    seen = Evidence(path="trainer.py", line=8, note="criterion")
    silent = program(scores=(), held_out_scores=())
    is_met(answer(evaluation(programs=(silent,), measures=(seen,))), "trainer.py:8")


def test_folds_that_only_cut_files_measure_nothing():
    cut = tool("KFold", "folds", path="prepare/cut_files.py")
    silent = program(scores=(), held_out_scores=())
    is_unmet(answer(evaluation(programs=(silent,), tools=(cut,))), "nothing measures it")


def test_unmet_where_a_followed_program_only_fits():
    silent = program(scores=(), held_out_scores=())
    is_unmet(answer(evaluation(programs=(silent,))), "nothing measures it", at=["train.py:3"])


def test_unknown_where_training_could_not_be_followed():
    stopped = program(scores=(), held_out_scores=(), not_followed="took too long")
    is_unknown(answer(evaluation(programs=(stopped,))), "could not be followed")
    is_unknown(answer(evaluation()), "could not be followed")


def test_not_held_against_a_collection():
    silent = program(scores=(), held_out_scores=())
    is_not_applicable(answer(evaluation(programs=(silent,), **of_kind("template"))))


def test_not_applicable_where_nothing_is_trained():
    is_not_applicable(answer(evaluation(**of_kind("inference_only"))))
