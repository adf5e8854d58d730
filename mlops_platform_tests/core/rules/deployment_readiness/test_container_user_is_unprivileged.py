import pytest

from mlops_platform.core.rules.deployment_readiness.container_user_is_unprivileged import answer
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
)


def image(
    *users: tuple[str, int], base: str = "python:3.11", path: str = "Dockerfile"
) -> ContainerFile:
    return ContainerFile(path=path, base_images=((base, 1),), users=users, command_line=9)


def test_met_when_the_last_user_has_no_rights() -> None:
    is_met(answer(deployment(container_files=(image(("root", 3), ("app", 7)),))))


@pytest.mark.parametrize("users", [(), (("root", 5),), (("app", 3), ("0:0", 5))])
def test_unmet_as_root(users: tuple[tuple[str, int], ...]) -> None:
    facts = deployment(container_files=(image(*users),))
    is_unmet(answer(facts), "`Dockerfile`", at=["Dockerfile:9"])


def test_partly_met_by_the_share_of_files() -> None:
    files = (image(("app", 3)), image(path="train.Dockerfile"))
    is_partly_met(answer(deployment(container_files=files)), 0.5, "`train.Dockerfile`")


def test_a_user_of_an_earlier_stage_does_not_count() -> None:
    bases = (("node:20", 1), ("python:3.11", 5))
    file = ContainerFile(path="Dockerfile", base_images=bases, users=(("app", 3),))
    is_unmet(answer(deployment(container_files=(file,))))


def test_unknown_when_the_base_image_or_a_variable_decides() -> None:
    is_unknown(answer(deployment(container_files=(image(base="jupyter/scipy-notebook:1"),))))
    is_unknown(answer(deployment(container_files=(image(("${UID}", 4)),))), "decides")


def test_not_applicable_without_a_dockerfile() -> None:
    is_not_applicable(answer(deployment()), "no Dockerfile")
