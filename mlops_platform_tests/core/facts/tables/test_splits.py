import pytest

from mlops_platform.core.facts.tables.splits import split_pairs


@pytest.mark.parametrize(
    ("paths", "pairs"),
    [
        (["data/train.csv", "data/test.csv"], [("data/train.csv", "data/test.csv")]),
        (["x_train.csv", "x_valid.csv", "y_train.csv"], [("x_train.csv", "x_valid.csv")]),
        (["train/a.csv", "test/a.csv"], [("train/a.csv", "test/a.csv")]),
        (["training_set.csv", "holdout_set.csv"], [("training_set.csv", "holdout_set.csv")]),
        (["train.csv", "other/test.csv"], []),
        (["training.csv", "latest.csv"], []),
        (["trains.csv", "contest.csv"], []),
        (["test.csv"], []),
    ],
)
def test_tables_are_paired_by_their_names(paths, pairs):
    assert split_pairs(paths) == pairs
