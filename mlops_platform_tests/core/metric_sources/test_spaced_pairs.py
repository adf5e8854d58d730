import pytest

from mlops_platform.core.metric_sources import spaced_pairs
from mlops_platform_tests.core.metric_sources.sources import said, stated, steps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accuracy 0.93", [("Accuracy", 0.93)]),
        ("Test accuracy 93.5%", [("Test accuracy", 93.5)]),
        ("test_acc 0.9 test_loss 0.3", [("test_acc", 0.9), ("test_loss", 0.3)]),
        ("Accuracy:\n0.95", [("Accuracy", 0.95)]),
        ("F1 score =\n  0.5", [("F1 score", 0.5)]),
    ],
)
def test_a_name_and_its_number_beside_each_other(text, expected):
    assert stated(spaced_pairs, text) == expected


def test_times_and_steps_beside_are_stepped_over():
    assert steps(said(spaced_pairs, "step 0 | loss 3.5123 | step time 732.86ms")) == [
        ("loss", "", 0, 3.5123)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "accuracy 3",
        "see accuracy in chapter 2.5",
        "the accuracy of version 2.1 is better",
        "0.5 accuracy",
        "loss went from 0.5 to 0.3",
        "Reached accuracy 0.9 in 3 rounds of tuning",
        "Accuracy:\n95",
        "Accuracy:\nrows 0.95",
        "Notes:\n0.95",
    ],
)
def test_a_sentence_with_a_number_is_no_pair(text):
    assert stated(spaced_pairs, text) == []
