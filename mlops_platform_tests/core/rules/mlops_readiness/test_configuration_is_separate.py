from mlops_platform.core.rules.mlops_readiness.configuration_is_separate import answer
from mlops_platform_tests.core.rules.cases import (
    TRAIN,
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_a_configuration_tool() -> None:
    is_met(answer(mlops(configuration=(used("hydra", "conf/config.yaml"),))), "conf/config.yaml")


def test_met_with_command_line_arguments() -> None:
    point = TRAIN.model_copy(update={"required_arguments": ("--data",)})
    is_met(answer(mlops(training_entry_points=(point,))))


def test_unmet_without_either() -> None:
    is_unmet(answer(mlops()), "no settings file")


def test_not_applicable_without_training() -> None:
    is_not_applicable(answer(mlops(training_entry_points=())), "no training")


def test_not_applicable_to_notebooks() -> None:
    is_not_applicable(answer(mlops(**of_kind("notebooks_only"))), "notebooks")
