from mlops_platform.core.rules.deployment_readiness.serving_is_tested import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    of_kind,
    seen,
    server,
)

APP = {"applications": (server(),)}


def test_met_with_a_test_that_asks_it() -> None:
    facts = deployment(tests_of_serving=(seen("tests/test_app.py", 3),), **APP)
    is_met(answer(facts), "tests/test_app.py:3")


def test_unmet_without_one() -> None:
    is_unmet(answer(deployment(**APP)), "`app.py`", at=["app.py"])


def test_not_applicable_without_python_that_serves() -> None:
    is_not_applicable(answer(deployment()), "no Python code")


def test_not_applicable_to_a_course() -> None:
    is_not_applicable(answer(deployment(**APP, **of_kind("many_projects"))))


def test_not_applicable_to_pages_for_people() -> None:
    page, api = server(framework="streamlit"), server()
    is_not_applicable(answer(deployment(applications=(page,))), "only pages")
    is_unmet(answer(deployment(applications=(page, api))))
