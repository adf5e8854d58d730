from mlops_platform.core.rules.deployment_readiness.predictions_can_be_made import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    server,
    used,
)


def test_met_with_a_server_or_a_script() -> None:
    is_met(answer(deployment(applications=(server(),))), "app.py")
    is_met(
        answer(deployment(prediction_scripts=(does("predict.py", "predict.py", 9),))),
        "predict.py:9",
    )


def test_unmet_without_either() -> None:
    is_unmet(answer(deployment()), "no server")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(deployment(**of_kind("library"))), "library")


def test_unknown_when_a_stored_model_is_loaded_elsewhere() -> None:
    facts = deployment(loaded_models=(does("torch.load", "model.py", 3),))
    is_unknown(answer(facts), "`model.py`")


def test_unknown_when_the_framework_loads_by_itself() -> None:
    facts = deployment(frameworks=(used("pytorch-lightning"),))
    is_unknown(answer(facts), "pytorch-lightning")
