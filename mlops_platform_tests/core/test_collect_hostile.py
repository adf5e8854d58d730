import math
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.core.drawn_runs import results_of

KEY = re.compile(r"[\w.\- /]{1,210}")
"""What MLflow takes as the name of a metric."""
WORDS = (
    "accuracy loss val_loss test train Epoch 3/10 Fold 1 : = is of { } ' \" [ ] ( ) | % , ; - \t "
    "0.5 1e400 nan -inf 99 1,234.5 100%| it/s precision recall f1-score support score macro avg "
    "[10] learn: test: === Model: \x1b[31m \r \\ \u202e \x00 tensor( np.float64( ━━ ms/step mse"
).split(" ")
EVIL = (
    "accuracy " * 500,
    "a" * 5000,
    "=" * 5000,
    " " * 5000 + "x",
    "\t" * 5000,
    "accuracy: " * 400,
    "accuracy: 0." + "9" * 5000,
    "(" * 5000,
    "a(" * 2000,
    "[" * 5000,
    "{" * 5000,
    "{'a': " * 800,
    "'" * 5000,
    "loss=" + "1," * 2000,
    "0.5 " * 1200,
    "1/" * 2500,
    "[1/2] " * 800,
    "Epoch 1 " * 600,
    "Epoch [1/2], Step [1/2], " * 200,
    "fold 1 " * 600,
    "100%|" * 1000,
    "100%|" + "█" * 4000,
    "x" * 90 + " 10%|" * 800,
    "2024-01-01 " * 400,
    "INFO:" * 900,
    "[INFO] " * 700,
    "of the " * 600 + ": 0.5",
    "with " * 900 + "accuracy: 0.5",
    "np.float64(" * 400,
    "tensor(0.5" * 400,
    "\x1b[" + "0;" * 2400 + "m",
    "│ a " * 1000,
    "accuracy  " * 400,
    "[1]\t" + "validation_0-rmse:" * 230,
    "1:\tlearn: 0.5\ttest: 0.5" + "\tbest" * 800,
    "precision recall f1-score support",
    "==== " + "A b " * 1000,
    "Model: " + "x " * 2000,
    "macro avg" + " " * 4000 + "0.5",
)


@pytest.mark.parametrize("line", EVIL, ids=range(len(EVIL)))
def test_a_line_that_was_made_to_cost_costs_little(line):
    with cheap_enough():
        results_of("\n".join([line] * 20))


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=12))
@settings(max_examples=120, deadline=None)
def test_whatever_is_printed_gives_finite_values_under_keys_that_a_store_takes(lines):
    results = results_of("\n".join(lines))
    keys = [metric.key for metric in results.metrics]
    assert len({key.casefold() for key in keys}) == len(keys)
    assert all(KEY.fullmatch(key) for key in keys)
    assert all(math.isfinite(point.value) for one in results.metrics for point in one.points)
    assert all("\x1b" not in one.name and "\n" not in one.name for one in results.metrics)


@given(st.text(max_size=400))
@settings(max_examples=120, deadline=None)
def test_any_text_is_read_to_its_end(text):
    results_of(text)


def test_the_same_text_gives_the_same_bytes():
    text = "Model: A\naccuracy: 0.5\nModel: B\naccuracy: 0.6\n{'f1': 0.5, 'auc': 0.6}"
    assert results_of(text).model_dump_json() == results_of(text).model_dump_json()


def test_more_metrics_than_are_kept_are_said():
    results = results_of("\n".join(f"run_{n}x accuracy: 0.5" for n in range(600)))
    assert len(results.metrics) == 500
    assert results.unread == ("100 more metrics",)


def test_a_long_series_is_thinned_and_keeps_both_ends():
    results = results_of("\n".join(f"step {n} loss: 0.{n:05}" for n in range(5000)))
    (metric,) = results.metrics
    assert len(metric.points) == 2000
    assert (metric.points[0].step, metric.points[-1].step) == (0, 4999)


def test_a_forged_value_that_cannot_be_does_not_hide_the_true_one():
    results = results_of("accuracy: 0.9\naccuracy: 1e400\naccuracy: 777.5\naccuracy: nan")
    (metric,) = results.metrics
    assert metric.value == 0.9
    assert len(results.conflicts) == 2
