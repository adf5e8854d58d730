import pytest

from mlops_platform.core.rules.deployment_readiness.container_base_image_is_pinned import answer
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
)


def dockerfile(*images: str) -> ContainerFile:
    bases = tuple((image, line) for line, image in enumerate(images, 1))
    return ContainerFile(path="Dockerfile", base_images=bases)


@pytest.mark.parametrize(
    "image",
    ["python:3.11-slim", "host:5000/base:1", f"python@sha256:{'a' * 64}", "scratch", "${BASE}"],
)
def test_met_with_a_version_a_digest_or_a_variable(image: str) -> None:
    is_met(answer(deployment(container_files=(dockerfile(image),))))


@pytest.mark.parametrize("image", ["python", "python:latest", "host:5000/base"])
def test_unmet_without_a_version(image: str) -> None:
    facts = deployment(container_files=(dockerfile(image),))
    is_unmet(answer(facts), image, at=["Dockerfile:1"])


def test_partly_met_by_the_share() -> None:
    facts = deployment(container_files=(dockerfile("node", "python:3.11"),))
    is_partly_met(answer(facts), 0.5, "node")


def test_met_with_a_base_that_is_built_beside_it() -> None:
    base = ContainerFile(path="images/our_base.dockerfile", base_images=(("python:3.11", 1),))
    own = ContainerFile(path="images/api.dockerfile", base_images=(("our-base", 2),))
    is_met(answer(deployment(container_files=(base, own))))
    is_unmet(answer(deployment(container_files=(own,))), "our-base")


def test_not_applicable_without_a_dockerfile() -> None:
    is_not_applicable(answer(deployment()), "no Dockerfile")
