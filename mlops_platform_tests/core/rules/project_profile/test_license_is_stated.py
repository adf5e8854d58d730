from mlops_platform.core.rules.project_profile.license_is_stated import answer
from mlops_platform_tests.core.rules.cases import is_met, is_unmet, profile, seen


def test_met_with_a_known_licence() -> None:
    is_met(answer(profile(license="MIT", license_evidence=seen("LICENSE"))), "LICENSE")


def test_met_with_the_metadata_alone() -> None:
    is_met(answer(profile(license="MIT")))


def test_met_with_a_licence_of_another_text() -> None:
    is_met(answer(profile(license_evidence=seen("LICENCE.txt"))), "LICENCE.txt")


def test_unmet_without_either() -> None:
    is_unmet(answer(profile()), "no licence file")
