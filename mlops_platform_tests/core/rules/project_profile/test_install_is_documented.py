from mlops_platform.core.rules.project_profile.install_is_documented import answer
from mlops_platform.core.sections.project_profile import Documentation, ImportedModule
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unmet,
    profile,
    seen,
)

NUMPY = ImportedModule(
    module="numpy",
    distribution="numpy",
    is_declared=True,
    is_optional=False,
    evidence=seen("train.py", 1),
)


def test_met_with_the_readme_line() -> None:
    documentation = Documentation(readme=seen("README.md"), install=seen("README.md", 9))
    is_met(answer(profile(imports=(NUMPY,), documentation=documentation)), "README.md:9")


def test_unmet_with_a_silent_readme() -> None:
    documentation = Documentation(readme=seen("README.md"))
    is_unmet(answer(profile(imports=(NUMPY,), documentation=documentation)), "on installing")


def test_not_applicable_without_a_readme() -> None:
    is_not_applicable(answer(profile(imports=(NUMPY,))), "no README")


def test_not_applicable_when_nothing_is_to_be_installed() -> None:
    documentation = Documentation(readme=seen("README.md"))
    is_not_applicable(answer(profile(documentation=documentation)), "to install")
