from mlops_platform.core.rules.deployment_readiness.model_is_saved import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    file,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    used,
)


def test_met_with_a_saving_or_registering_call() -> None:
    is_met(answer(deployment(saved_models=(does("joblib.dump"),))), "train.py:1")
    is_met(answer(deployment(registered_models=(does("mlflow.register_model"),))), "train.py:1")


def test_met_with_a_committed_model() -> None:
    is_met(answer(deployment(committed_models=(file("model.pt"),))), "model.pt")


def test_unmet_without_any() -> None:
    is_unmet(answer(deployment()), "no call that saves")


def test_not_applicable_to_inference_alone() -> None:
    is_not_applicable(answer(deployment(**of_kind("inference_only"))), "trains none")


def test_unknown_when_a_tool_can_save_by_itself() -> None:
    is_unknown(answer(deployment(frameworks=(used("pytorch-lightning"),))), "without such a call")
    is_unknown(answer(deployment(trackers=(used("mlflow"),))), "mlflow")


def test_an_empty_file_is_no_model() -> None:
    is_unmet(answer(deployment(committed_models=(file("model.pt", 0),))))
