from mlops_platform.core.rules.deployment_readiness.serving_handles_errors import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    of_kind,
    route,
    seen,
    server,
)

BARE = server(route("POST /predict"))
CAREFUL = server(route("POST /predict"), path="api.py", handled_errors=(seen("api.py", 7),))


def test_met_with_a_handler() -> None:
    is_met(answer(deployment(applications=(CAREFUL,))))


def test_partly_met_by_the_share_of_servers() -> None:
    is_partly_met(answer(deployment(applications=(BARE, CAREFUL))), 0.5, "`app.py`")


def test_unmet_without_any() -> None:
    is_unmet(answer(deployment(applications=(BARE,))), "no error", at=["app.py"])


def test_not_applicable_to_pages() -> None:
    is_not_applicable(answer(deployment(applications=(server(framework="gradio"),))))


def test_not_applicable_to_a_course_that_handles_none() -> None:
    facts = deployment(applications=(BARE,), **of_kind("many_projects"))
    is_not_applicable(answer(facts))
