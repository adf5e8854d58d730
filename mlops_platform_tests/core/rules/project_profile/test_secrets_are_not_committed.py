from mlops_platform.core.rules.project_profile.secrets_are_not_committed import answer
from mlops_platform_tests.core.rules.cases import is_met, is_partly_met, is_unmet, profile, seen


def test_met_without_any() -> None:
    is_met(answer(profile()))


def test_unmet_with_a_key() -> None:
    facts = profile(secrets=(seen("config.py", 3),), committed_passwords=(seen(".env", 1),))
    is_unmet(
        answer(facts), "1 place, and what looks like a password in 1", at=["config.py:3", ".env:1"]
    )
    is_unmet(answer(profile(secrets=(seen("config.py", 3),))), "1 place", at=["config.py:3"])


def test_partly_met_with_a_password_that_a_person_chose() -> None:
    facts = profile(committed_passwords=(seen(".env", 1), seen(".env", 2)))
    is_partly_met(answer(facts), 0.5, "a password stands in 2 places")


def test_met_with_the_default_password_of_a_service_which_is_told() -> None:
    found = answer(profile(default_passwords=(seen("compose.yml", 7),)))
    is_met(found)
    assert "default passwords" in found.because
    assert [place.line for place in found.evidence] == [7]
