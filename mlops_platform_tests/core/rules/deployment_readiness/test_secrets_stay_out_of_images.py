from mlops_platform.core.rules.deployment_readiness.secrets_stay_out_of_images import answer
from mlops_platform.core.sections.project_profile import ContainerFile
from mlops_platform_tests.core.rules.cases import (
    deployment,
    is_met,
    is_not_applicable,
    is_unmet,
    seen,
)


def test_met_without_any() -> None:
    is_met(answer(deployment(container_files=(ContainerFile(path="Dockerfile"),))))


def test_unmet_with_a_value() -> None:
    file = ContainerFile(path="Dockerfile", secrets=(seen("Dockerfile", 5),))
    is_unmet(answer(deployment(container_files=(file,))), "1 value", at=["Dockerfile:5"])


def test_not_applicable_without_a_dockerfile() -> None:
    is_not_applicable(answer(deployment()), "no Dockerfile")
