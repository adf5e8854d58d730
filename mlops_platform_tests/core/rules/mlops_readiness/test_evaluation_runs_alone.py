from mlops_platform.core.rules.mlops_readiness.evaluation_runs_alone import answer
from mlops_platform_tests.core.rules.cases import (
    EVALUATE,
    TRAIN,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    mlops,
    of_kind,
)

STARTED = EVALUATE.model_copy(update={"command": "python evaluate.py"})


def test_met_with_a_script_of_its_own() -> None:
    is_met(answer(mlops(evaluation_entry_points=(TRAIN, STARTED))), "evaluate.py")
    is_met(answer(mlops(evaluation_entry_points=(EVALUATE,))), "evaluate.py")


def test_met_with_a_command_of_its_own() -> None:
    train = TRAIN.model_copy(update={"path": "cli.py", "command": "python cli.py train"})
    test = train.model_copy(update={"command": "python cli.py evaluate"})
    points = {"training_entry_points": (train,), "evaluation_entry_points": (train, test)}
    is_met(answer(mlops(**points)), "cli.py")


def test_partly_met_inside_training() -> None:
    is_partly_met(answer(mlops(evaluation_entry_points=(TRAIN,))), 0.5, "`train.py`")


def test_partly_met_where_nothing_starts_what_measures_but_training() -> None:
    points = (TRAIN, EVALUATE)
    is_partly_met(answer(mlops(evaluation_entry_points=points)), 0.5, "`train.py`")


def test_unmet_without_evaluation() -> None:
    is_unmet(answer(mlops()), "no entry point that evaluates")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(mlops(training_entry_points=())), "no training")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(mlops(**of_kind("library"))), "library")
