from mlops_platform.core.rules.deployment_readiness.model_is_loaded_once import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    server,
)

LOAD = does("joblib.load", "app.py", 9)


def test_met_with_a_load_at_start() -> None:
    app = server(model_loads=(LOAD,), model_loads_at_start=(LOAD,))
    is_met(answer(deployment(applications=(app,))), "app.py:9")


def test_unknown_when_a_load_was_not_followed() -> None:
    is_unknown(answer(deployment(applications=(server(model_loads=(LOAD,)),))), "`app.py`")


def test_unmet_with_a_load_in_a_route() -> None:
    app = server(model_loads=(LOAD,), model_loads_per_request=(LOAD,))
    is_unmet(answer(deployment(applications=(app, app))), "1 place", at=["app.py:9"])


def test_unknown_without_any_load() -> None:
    is_unknown(answer(deployment(applications=(server(),))), "was not found")


def test_not_applicable_without_a_server() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")
