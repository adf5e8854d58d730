import pytest

from mlops_platform.core.metric_sources import printed_pairs
from mlops_platform_tests.core.metric_sources.sources import said, stated, steps


def test_several_pairs_of_a_line_are_read_in_order():
    assert stated(printed_pairs, "Metrics - Acc: 0.492, ROC-AUC: 0.503") == [
        ("Acc", 0.492),
        ("ROC-AUC", 0.503),
    ]


def test_a_step_within_an_epoch_counts_on_from_the_epochs_before():
    text = "Epoch [1/2], Step [100/600], Loss: 0.5\nEpoch [2/2], Step [100/600], Loss: 0.4"
    assert steps(said(printed_pairs, text)) == [("Loss", "", 100, 0.5), ("Loss", "", 700, 0.4)]


def test_a_value_at_a_step_is_none_of_the_end():
    (one,) = said(printed_pairs, "step 500 | val loss: 2.2")
    assert (one.step, one.is_final) == (500, False)
    (one,) = said(printed_pairs, "val loss: 2.2")
    assert (one.step, one.is_final) == (None, True)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Test metrics:\n  Accuracy: 0.9", "test"),
        ("=== Validation ===\nAccuracy: 0.9", "validation"),
        ("Evaluating on the test set...\nAccuracy: 0.9", "test"),
        ("Test metrics:\n  F1: 0.8\n\nAccuracy: 0.9", ""),
        ("Training results:\nF1: 0.8\nTest results:\nAccuracy: 0.9", "test"),
        ("Test set: Average loss: 0.02, Accuracy: 0.9", "test"),
        ("Test metrics:\nTrain accuracy: 0.9", "train"),
        ("Training the model...\nAccuracy: 0.9", ""),
    ],
)
def test_a_title_names_the_split_until_the_next_one_or_a_gap(text, split):
    assert said(printed_pairs, text)[-1].split == split


def test_a_model_named_above_holds_until_the_next_one():
    text = "Modelo: Forest\nRecall: 0.9\n\nTrain metrics:\nRecall: 1.0\n\nModelo: Line\nRecall: 0.8"
    assert [one.qualifier for one in said(printed_pairs, text)] == ["Forest", "Forest", "Line"]


def test_what_is_best_or_final_is_of_no_model_above():
    text = "Model: Forest\nAccuracy: 0.9\nBest accuracy: 0.9\nFinal accuracy: 0.9"
    assert [one.qualifier for one in said(printed_pairs, text)] == ["Forest", "", ""]


def test_folds_are_steps_and_their_mean_is_the_end():
    text = "Fold 1 accuracy: 0.9\nFold 2 accuracy: 0.8\nMean accuracy: 0.85"
    assert [(one.step, one.is_final) for one in said(printed_pairs, text)] == [
        (1, False),
        (2, False),
        (None, True),
    ]


def test_the_first_split_of_a_line_is_that_of_all_where_no_other_is_named():
    assert [one.split for one in said(printed_pairs, "train Loss: 0.5 Acc: 0.7")] == ["train"] * 2
    assert [one.split for one in said(printed_pairs, "loss: 0.5, val_loss: 0.6")] == [
        "train",
        "validation",
    ]


def test_a_fraction_with_its_per_cent_is_a_share():
    assert stated(printed_pairs, "Accuracy: 9908/10000 (99%)") == [("Accuracy", 0.9908)]
    assert stated(printed_pairs, "Accuracy: 9908/10000") == []
    assert stated(printed_pairs, "Accuracy: 5/0 (99%)") == []


@pytest.mark.parametrize(
    "line",
    [
        "{'loss': 0.5}",
        "10/10 [=====] - 1s 5ms/step - loss: 0.5",
        "[10]\tvalidation_0-rmse:0.5",
        "│ test_loss │ loss: 0.5 │",
        '  "loss": 0.5,',
    ],
)
def test_what_other_sources_read_is_left_to_them(line):
    assert stated(printed_pairs, line) == []


@pytest.mark.parametrize("unit", ["s", " ms", " seconds", "it/s", " MB", "x", " epochs"])
def test_a_number_with_a_unit_is_no_metric(unit):
    assert stated(printed_pairs, f"loss: 0.5{unit}") == []


def test_settings_in_a_call_are_no_metrics():
    assert stated(printed_pairs, "Forest(max_depth=3, min_accuracy=0.5, loss=0.1)") == []
