import pytest

from mlops_platform.core.metric_sources import boosting_rounds
from mlops_platform_tests.core.metric_sources.sources import said, stated, steps


def test_rounds_of_xgboost():
    text = "[0]\tvalidation_0-logloss:0.43657\tvalidation_0-auc:0.99501\tvalidation_1-logloss:0.45"
    assert steps(said(boosting_rounds, text)) == [
        ("validation_0-logloss", "validation", 0, 0.43657),
        ("validation_0-auc", "validation", 0, 0.99501),
        ("validation_1-logloss", "validation", 0, 0.45),
    ]


def test_rounds_with_their_spread_in_folds():
    text = "[5]\ttrain-rmse:0.43+0.01\ttest-rmse:0.52+0.02"
    assert steps(said(boosting_rounds, text)) == [
        ("train-rmse", "train", 5, 0.43),
        ("test-rmse", "test", 5, 0.52),
    ]


def test_rounds_of_lightgbm():
    text = "[2]\ttraining's binary_logloss: 0.521723\tvalid_1's binary_logloss: 0.522997"
    assert steps(said(boosting_rounds, text)) == [
        ("training's binary_logloss", "train", 2, 0.521723),
        ("valid_1's binary_logloss", "validation", 2, 0.522997),
    ]


def test_rounds_of_catboost_which_does_not_say_what_it_measures():
    text = "1:\tlearn: 0.26\ttest: 0.28\tbest: 0.28 (1)\ttotal: 71.5ms\tremaining: 143ms"
    assert steps(said(boosting_rounds, text)) == [
        ("learn objective", "train", 1, 0.26),
        ("test objective", "validation", 1, 0.28),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[LightGBM] [Info] Total Bins 4272",
        "[1] a footnote: 0.5",
        "[3] see loss: 5",
        "1: learn: more",
        "[10:20] loss",
    ],
)
def test_other_lines_in_brackets_state_nothing(text):
    assert stated(boosting_rounds, text) == []
