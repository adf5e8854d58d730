from mlops_platform.core.rules.deployment_readiness.deployment_is_automated import answer
from mlops_platform_tests.core.rules.cases import (
    deployment,
    does,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    seen,
    server,
    used,
    workflow,
)

SERVED = {"applications": (server(),), "ci": (used("github_actions", "ci.yml"),)}


def test_met_with_a_step_that_deploys() -> None:
    is_met(answer(deployment(deployments_in_ci=(seen("ci.yml", 9),), **SERVED)), "ci.yml:9")


def test_unmet_without_one() -> None:
    is_unmet(answer(deployment(workflows=(workflow("pytest"),), **SERVED)), "no step")


def test_unknown_on_platforms_that_deploy_themselves() -> None:
    facts = deployment(infrastructure=(does("render", "render.yaml"),), **SERVED)
    is_unknown(answer(facts), "render")


def test_not_applicable_when_nothing_serves() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")
