from mlops_platform.core.rules.project_profile.generated_files_are_not_committed import answer
from mlops_platform_tests.core.rules.cases import is_met, is_unmet, profile, seen


def test_met_in_a_clean_tree() -> None:
    is_met(answer(profile()))


def test_unmet_with_a_cache() -> None:
    cache = "src/__pycache__"
    is_unmet(answer(profile(committed_clutter=(seen(cache),))), "1 generated path", at=[cache])
