import pytest

from mlops_platform.core.rules.deployment_readiness.build_context_is_limited import answer
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    seen,
)


def copying(text: str) -> tuple[ContainerFile]:
    return (ContainerFile(path="Dockerfile", copies=((text, 4),)),)


def test_met_with_the_file() -> None:
    ignore = seen(".dockerignore")
    facts = deployment(container_files=copying(". /app"), ignores_build_context=ignore)
    is_met(answer(facts), ".dockerignore")


@pytest.mark.parametrize("text", [". .", "--chown=app ./ /app/", '[".", "/app"]'])
def test_unmet_when_the_whole_folder_is_copied(text: str) -> None:
    is_unmet(answer(deployment(container_files=copying(text))), at=["Dockerfile:4"])


@pytest.mark.parametrize("text", ["src /app/src", "--from=build . /app", "requirements.txt ."])
def test_not_applicable_when_parts_are_copied(text: str) -> None:
    is_not_applicable(answer(deployment(container_files=copying(text))), "whole folder")
