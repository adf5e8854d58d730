from mlops_platform.core.rules.mlops_readiness.environment_is_containerised import answer
from mlops_platform.core.sections.project_profile import READY_MADE_IMAGES
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    mlops,
    of_kind,
    used,
)


def test_met_with_a_dockerfile() -> None:
    is_met(answer(mlops(containers=(used("docker", "Dockerfile"),))), "Dockerfile")


def test_unmet_without_one() -> None:
    is_unmet(answer(mlops()), "no Dockerfile")


def test_unmet_when_compose_only_starts_the_images_of_others() -> None:
    compose = used("docker compose", "compose.yaml", note=READY_MADE_IMAGES)
    is_unmet(answer(mlops(containers=(compose,))), "images of others")
    is_met(answer(mlops(containers=(compose, used("dockerfile", "Dockerfile")))), "Dockerfile")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(mlops(**of_kind("library"))), "library")
