from mlops_platform.core.rules.mlops_readiness.models_are_outside_git import answer
from mlops_platform_tests.core.rules.cases import (
    file,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
)


def test_met_when_none_is_committed() -> None:
    is_met(answer(mlops()))


def test_met_with_a_pointer() -> None:
    is_met(answer(mlops(committed_models=(file("model.pt", is_pointer=True),))), "model.pt")


def test_unmet_names_the_model() -> None:
    is_unmet(answer(mlops(committed_models=(file("model.pt"),))), "`model.pt`", at=["model.pt"])


def test_not_applicable_without_models() -> None:
    is_not_applicable(answer(mlops(training_entry_points=())), "no model")
