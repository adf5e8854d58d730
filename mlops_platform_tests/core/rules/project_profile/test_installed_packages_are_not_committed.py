from mlops_platform.core.rules.project_profile.installed_packages_are_not_committed import answer
from mlops_platform_tests.core.rules.cases import is_met, is_unmet, profile, seen


def test_met_in_a_clean_tree() -> None:
    is_met(answer(profile()))


def test_met_with_copied_source_on_purpose() -> None:
    is_met(answer(profile(vendored_trees=(seen("src/third_party"),))))


def test_unmet_with_a_virtual_environment() -> None:
    is_unmet(answer(profile(vendored_trees=(seen("venv"),))), "`venv`", at=["venv"])
