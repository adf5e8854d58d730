from mlops_platform.core.rules.deployment_readiness.model_is_served import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unmet,
    of_kind,
    server,
)


def test_met_with_a_server() -> None:
    is_met(answer(deployment(applications=(server(),))), "app.py")


def test_unmet_names_the_script_that_predicts_instead() -> None:
    facts = deployment(prediction_scripts=(does("predict.py", "predict.py", 9),))
    is_unmet(answer(facts), "`predict.py`")


def test_unmet_without_anything() -> None:
    is_unmet(answer(deployment()), "no server")


def test_not_applicable_to_a_course() -> None:
    is_not_applicable(answer(deployment(**of_kind("many_projects"))))
