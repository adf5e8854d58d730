from mlops_platform.core.rules.project_profile.python_version_is_stated import answer
from mlops_platform.core.sections.project_profile import CodeSummary, ContainerFile
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    profile,
    seen,
)

CODE = CodeSummary(python_files=1)


def test_met_with_the_manifest() -> None:
    stated = {"python_requires": ">=3.11", "python_requires_evidence": seen("pyproject.toml", 4)}
    is_met(answer(profile(code=CODE, **stated)), "pyproject.toml:4")


def test_met_with_a_python_base_image() -> None:
    file = ContainerFile(path="Dockerfile", base_images=(("docker.io/python:3.11-slim", 1),))
    is_met(answer(profile(code=CODE, container_files=(file,))), "Dockerfile:1")


def test_unmet_with_an_image_of_any_version() -> None:
    file = ContainerFile(path="Dockerfile", base_images=(("python", 1),))
    is_unmet(answer(profile(code=CODE, container_files=(file,))), "states a version")


def test_not_applicable_without_python() -> None:
    is_not_applicable(answer(profile()), "no Python code")
