from mlops_platform.core.rules.project_profile.dependencies_are_declared import answer
from mlops_platform.core.sections.project_profile import DependencyState, ImportedModule
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    profile,
    seen,
    used,
)

TORCH = ImportedModule(
    module="torch",
    distribution="torch",
    is_declared=False,
    is_optional=False,
    evidence=seen("train.py", 1),
)


def test_met_with_a_manifest() -> None:
    is_met(
        answer(profile(manifests=(used("requirements_txt", "requirements.txt"),))),
        "requirements.txt",
    )


def test_unmet_when_the_code_needs_packages_that_nothing_declares() -> None:
    facts = profile(dependency_state=DependencyState.NONE, imports=(TORCH,))
    is_unmet(answer(facts), "1 package", "torch", at=["train.py:1"])


def test_not_applicable_when_nothing_is_needed() -> None:
    optional = TORCH.model_copy(update={"is_optional": True})
    facts = profile(dependency_state=DependencyState.NONE, imports=(optional,))
    is_not_applicable(answer(facts), "no third-party package")
