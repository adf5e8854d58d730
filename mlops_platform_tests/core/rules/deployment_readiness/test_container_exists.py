from mlops_platform.core.rules.deployment_readiness.container_exists import answer
from mlops_platform.core.sections.project_profile import READY_MADE_IMAGES, ContainerFile, Place
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    of_kind,
    seen,
    server,
    used,
)


def test_met_with_a_dockerfile() -> None:
    is_met(answer(deployment(container_files=(ContainerFile(path="Dockerfile"),))), "Dockerfile")


def test_met_with_another_builder() -> None:
    is_met(answer(deployment(containers=(used("buildpacks", "project.toml"),))), "project.toml")


def test_unmet_when_compose_only_starts_the_images_of_others() -> None:
    compose = used("docker compose", "compose.yaml", note=READY_MADE_IMAGES)
    facts = deployment(containers=(compose, used("helm", "Chart.yaml")), applications=(server(),))
    is_unmet(answer(facts), "no Dockerfile")


def test_met_with_a_bento_and_with_a_build_in_ci() -> None:
    bento = Place(name="bentoml", evidence=seen("bentofile.yaml"))
    is_met(answer(deployment(infrastructure=(bento,))), "bentofile.yaml")
    is_met(answer(deployment(images_built_in_ci=(seen("ci.yml", 4),))), "ci.yml:4")


def test_unmet_when_something_serves_without_one() -> None:
    is_unmet(answer(deployment(applications=(server(),))), "no Dockerfile")


def test_not_applicable_when_nothing_serves_or_predicts() -> None:
    is_not_applicable(answer(deployment()), "nothing serves")


def test_not_applicable_to_a_library() -> None:
    is_not_applicable(answer(deployment(**of_kind("library"))), "library")
