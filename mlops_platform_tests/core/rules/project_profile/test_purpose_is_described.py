from mlops_platform.core.rules.project_profile.purpose_is_described import answer
from mlops_platform.core.sections.project_profile import Documentation
from mlops_platform_tests.core.rules.cases import is_met, is_partly_met, is_unmet, profile, seen


def test_met_with_a_readme_of_some_length() -> None:
    documentation = Documentation(readme=seen("README.md"), readme_words=200)
    is_met(answer(profile(documentation=documentation)), "README.md")


def test_partly_met_with_a_title_only() -> None:
    documentation = Documentation(readme=seen("README.md"), readme_words=3)
    is_partly_met(answer(profile(documentation=documentation)), 0.5, "README.md", "3 words")


def test_unmet_without_a_readme() -> None:
    is_unmet(answer(profile()), "no README")
