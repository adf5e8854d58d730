from mlops_platform.core.rules.project_profile.third_party_imports_are_declared import answer
from mlops_platform.core.sections.project_profile import DependencyState, ImportedModule
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    of_kind,
    profile,
    seen,
)


def module(name: str, *, is_declared: bool, distribution: str | None = "torch") -> ImportedModule:
    return ImportedModule(
        module=name,
        distribution=distribution,
        is_declared=is_declared,
        is_optional=False,
        evidence=seen("train.py", 3),
    )


def test_met_when_all_are_declared() -> None:
    is_met(answer(profile(imports=(module("numpy", is_declared=True),))))


def test_partly_met_by_the_share() -> None:
    imports = (module("numpy", is_declared=True), module("torch", is_declared=False))
    is_partly_met(answer(profile(imports=imports)), 0.5, "torch")


def test_unmet_names_the_place() -> None:
    is_unmet(
        answer(profile(imports=(module("torch", is_declared=False),))), "torch", at=["train.py:3"]
    )


def test_a_module_of_unknown_distribution_is_left_out() -> None:
    imports = (module("odd", is_declared=False, distribution=None),)
    is_not_applicable(answer(profile(imports=imports)), "no third-party")


def test_not_applicable_without_declarations() -> None:
    is_not_applicable(answer(profile(dependency_state=DependencyState.NONE)), "no dependencies")


def test_what_installs_the_project_needs_no_declaration() -> None:
    imports = (module("setuptools", is_declared=False), module("numpy", is_declared=True))
    is_met(answer(profile(imports=imports)))


def test_not_applicable_to_a_template() -> None:
    is_not_applicable(answer(profile(**of_kind("template"))), "template")
