from mlops_platform.core.rules.mlops_readiness.models_are_registered import answer
from mlops_platform_tests.core.rules.cases import (
    does,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
)


def test_met_with_a_registering_call() -> None:
    is_met(answer(mlops(registered_models=(does("mlflow.register_model"),))), "train.py:1")


def test_unmet_names_where_models_are_saved_instead() -> None:
    facts = mlops(saved_models=(does("joblib.dump", "train.py", 9),))
    is_unmet(answer(facts), "no call", at=["train.py:9"])


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(mlops(training_entry_points=())), "no training")


def test_not_applicable_to_a_course() -> None:
    is_not_applicable(answer(mlops(**of_kind("many_projects"))))
