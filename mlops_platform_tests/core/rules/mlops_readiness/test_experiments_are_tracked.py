from mlops_platform.core.rules.mlops_readiness.experiments_are_tracked import answer
from mlops_platform_tests.core.rules.cases import (
    declared,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_a_tracker_in_use() -> None:
    is_met(answer(mlops(trackers=(used("mlflow", "train.py", 3),))), "train.py:3")


def test_unmet_when_it_is_only_declared() -> None:
    facts = mlops(trackers=(declared("mlflow"),))
    is_unmet(answer(facts), "mlflow is declared", at=["requirements.txt:1"])


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "no code uses")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(mlops(training_entry_points=())), "no training")


def test_not_applicable_to_a_course() -> None:
    is_not_applicable(answer(mlops(**of_kind("many_projects"))))
