from mlops_platform.core.rules.project_profile.large_files_are_outside_git import answer
from mlops_platform_tests.core.rules.cases import file, is_met, is_unmet, profile

LARGE = 60 * 1024**2


def test_met_without_any() -> None:
    is_met(answer(profile()))


def test_met_with_pointers() -> None:
    is_met(answer(profile(large_files=(file("data.csv", LARGE, is_pointer=True),))))


def test_unmet_names_the_files_and_their_weight() -> None:
    is_unmet(
        answer(profile(large_files=(file("data.csv", LARGE),))),
        "`data.csv`",
        "60 MiB",
        at=["data.csv"],
    )
