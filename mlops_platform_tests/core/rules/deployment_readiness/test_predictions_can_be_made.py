from mlops_platform.core.rules.deployment_readiness.predictions_can_be_made import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unmet,
    of_kind,
    server,
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
