from mlops_platform.core.rules.dataset_health.splits_have_the_same_columns import answer
from mlops_platform_tests.core.rules.cases import (
    data,
    is_met,
    is_not_applicable,
    is_unmet,
    parted,
    tabled,
)


def test_met_when_only_the_target_is_kept_back() -> None:
    is_met(answer(data(tabled(), split_pairs=(parted(missing_columns=("y",)),))), "test.csv")


def test_unmet_with_missing_features() -> None:
    pair = parted(missing_columns=("a", "b"))
    is_unmet(answer(data(tabled(), split_pairs=(pair,))), "lack columns", at=["test.csv"])


def test_not_applicable_without_parts() -> None:
    is_not_applicable(answer(data(tabled())), "no training and held-out part")
