from mlops_platform.core.rules.project_profile.files_are_present import answer
from mlops_platform_tests.core.rules.cases import is_met, is_unmet, profile, seen


def test_met_when_nothing_is_missing() -> None:
    is_met(answer(profile()))


def test_unmet_with_a_broken_link() -> None:
    is_unmet(answer(profile(missing_files=(seen("data/raw"),))), "1 path", at=["data/raw"])
