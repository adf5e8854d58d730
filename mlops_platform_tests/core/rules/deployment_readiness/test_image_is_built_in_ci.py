from mlops_platform.core.rules.deployment_readiness.image_is_built_in_ci import answer
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    seen,
    used,
    workflow,
)

SHIPPED = {
    "container_files": (ContainerFile(path="Dockerfile"),),
    "ci": (used("github_actions", "ci.yml"),),
}


def test_met_with_a_step_that_builds() -> None:
    is_met(answer(deployment(images_built_in_ci=(seen("ci.yml", 9),), **SHIPPED)), "ci.yml:9")


def test_unmet_without_one() -> None:
    is_unmet(answer(deployment(workflows=(workflow("pytest"),), **SHIPPED)), "no step")


def test_unknown_when_a_step_hides_its_work() -> None:
    is_unknown(answer(deployment(workflows=(workflow("make image"),), **SHIPPED)), "`make image`")


def test_not_applicable_without_a_dockerfile() -> None:
    is_not_applicable(answer(deployment()), "no Dockerfile")
