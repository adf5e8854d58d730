from mlops_platform.core.rules.deployment_readiness.addresses_are_configurable import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unmet,
    seen,
    server,
)


def test_met_and_shows_the_variables() -> None:
    facts = deployment(applications=(server(),), environment_variables=(does("PORT", "app.py", 2),))
    is_met(answer(facts), "app.py:2")


def test_unmet_with_a_path_of_one_machine() -> None:
    app = server(fixed_addresses=(seen("app.py", 5),))
    is_unmet(answer(deployment(applications=(app, app))), "1 line", at=["app.py:5"])


def test_not_applicable_when_no_code_serves() -> None:
    is_not_applicable(answer(deployment()), "no Python code")
