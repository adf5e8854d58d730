from mlops_platform.core.rules.project_profile.secrets_are_not_committed import answer
from mlops_platform_tests.core.rules.cases import is_met, is_unmet, profile, seen


def test_met_without_any() -> None:
    is_met(answer(profile()))


def test_unmet_with_a_key() -> None:
    is_unmet(answer(profile(secrets=(seen("config.py", 3),))), "1 place", at=["config.py:3"])
