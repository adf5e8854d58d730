import pytest

from mlops_platform.core.rules.project_profile.training_entry_point_exists import answer
from mlops_platform.core.sections.project_profile import CodeSummary
from mlops_platform_tests.core.rules.cases import (
    TRAIN,
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    of_kind,
    profile,
    seen,
)


def test_met_with_a_training_script() -> None:
    is_met(answer(profile(training_entry_points=(TRAIN,))), "train.py")


def test_unmet_without_one() -> None:
    is_unmet(answer(profile()), "trains a model")


def test_unknown_when_files_could_not_be_read() -> None:
    is_unknown(answer(profile(code=CodeSummary(unparsed=(seen("train.py"),)))), "1 file")


@pytest.mark.parametrize("kind", ["library", "inference_only", "template", "not_ml"])
def test_not_applicable_where_nothing_is_to_be_trained(kind: str) -> None:
    is_not_applicable(answer(profile(**of_kind(kind))))
