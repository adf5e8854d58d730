import pytest

from mlops_platform.core.metric_sources import printed_tables
from mlops_platform_tests.core.metric_sources.sources import said, stated, steps

FRAME = """
                 Model  Accuracy        F1
0        Random Forest  0.951049  0.960452
1  Logistic Regression  0.958042  0.966667
"""
INDEXED = """
                     Accuracy        F1
Model
Random Forest        0.951049  0.960452
Logistic Regression  0.958042  0.966667
"""
MARKDOWN = """
|    | Model               |   Accuracy |       F1 |
|---:|:--------------------|-----------:|---------:|
|  0 | Random Forest       |   0.951049 | 0.960452 |
|  1 | Logistic Regression |   0.958042 | 0.966667 |
[0.98245614 0.98245614 0.97368421 0.97368421]
"""
LIGHTNING = """
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
┃        Test metric        ┃       DataLoader 0        ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━━━━┩
│         test_acc          │    0.5149999856948853     │
│         test_loss         │            0.5            │
└───────────────────────────┴───────────────────────────┘
"""


@pytest.mark.parametrize("text", [FRAME, INDEXED, MARKDOWN])
def test_each_row_of_models_names_its_values(text):
    assert [(one.name, one.qualifier, one.value) for one in said(printed_tables, text)] == [
        ("Accuracy", "Random Forest", 0.951049),
        ("F1", "Random Forest", 0.960452),
        ("Accuracy", "Logistic Regression", 0.958042),
        ("F1", "Logistic Regression", 0.966667),
    ]


def test_a_table_of_names_and_numbers():
    assert stated(printed_tables, LIGHTNING) == [
        ("test_acc", 0.5149999856948853),
        ("test_loss", 0.5),
    ]


def test_a_series_of_pandas():
    text = "accuracy     0.91\nf1           0.89\ndtype: float64"
    assert stated(printed_tables, text) == [("accuracy", 0.91), ("f1", 0.89)]


def test_a_row_for_each_epoch_is_a_series():
    text = (
        "epoch  train_loss  valid_loss  time\n"
        "0      0.5         0.6         00:01\n"
        "1      0.4         0.5         00:01"
    )
    assert steps(said(printed_tables, text)) == [
        ("train_loss", "train", 0, 0.5),
        ("valid_loss", "validation", 0, 0.6),
        ("train_loss", "train", 1, 0.4),
        ("valid_loss", "validation", 1, 0.5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "   age   fare\n0  22.0  7.25\n1  38.0  71.28",
        "Accuracy  F1\nare both high",
        "┃ Name ┃ Type   ┃ Params ┃\n│ l    │ Linear │      5 │",
        "       precision  steps\nno numbers here",
    ],
)
def test_other_tables_state_nothing(text):
    assert stated(printed_tables, text) == []
