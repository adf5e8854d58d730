"""Names, places and documentation order candidates."""

from mlops_platform.core.facts.repository import Role
from mlops_platform.core.profiling.confidence import (
    Sight,
    evaluation_confidence,
    training_confidence,
    words_of,
)

PLAIN = Sight(
    "src/thing.py", Role.SOURCE, is_startable=True, hops=0, is_documented=False, imported_by=0
)


def test_what_speaks_for_training() -> None:
    plain = training_confidence(PLAIN)
    assert training_confidence(PLAIN._replace(path="src/train.py")) > plain
    assert training_confidence(PLAIN._replace(is_documented=True)) > plain
    assert training_confidence(PLAIN._replace(path="thing.py")) > plain


def test_what_speaks_against_training() -> None:
    plain = training_confidence(PLAIN)
    assert training_confidence(PLAIN._replace(path="src/predict.py")) < plain
    assert training_confidence(PLAIN._replace(is_startable=False)) < plain
    assert training_confidence(PLAIN._replace(role=Role.EXAMPLE)) < plain
    assert training_confidence(PLAIN._replace(path="old/thing.py")) < plain


def test_a_file_named_evaluation_comes_before_one_that_trains() -> None:
    named = evaluation_confidence(PLAIN._replace(path="src/evaluate.py"))
    assert named > evaluation_confidence(PLAIN._replace(path="src/train.py"))


def test_words_are_split_at_cases_digits_and_signs() -> None:
    assert words_of("a/TrainModel_v2-final.py") == {"train", "model", "v", "final"}
