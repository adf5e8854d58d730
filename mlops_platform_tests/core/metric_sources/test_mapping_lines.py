import pytest

from mlops_platform.core.metric_sources import mapping_lines
from mlops_platform_tests.core.metric_sources.sources import said, stated, steps


def test_the_log_of_a_trainer_with_its_epochs():
    text = (
        "{'loss': '0.6934', 'grad_norm': '0.5767', 'learning_rate': '4e-05', 'epoch': '0.6'}\n"
        "{'eval_loss': '0.6931', 'eval_accuracy': '0.5', 'eval_runtime': '0.4', 'epoch': '1'}\n"
        "{'train_runtime': '7.7', 'train_steps_per_second': '1', 'train_loss': '0.6', 'epoch': '2'}"
    )
    assert steps(said(mapping_lines, text)) == [
        ("loss", "train", 0, 0.6934),
        ("eval_loss", "validation", 1, 0.6931),
        ("eval_accuracy", "validation", 1, 0.5),
        ("train_loss", "train", None, 0.6),
    ]


def test_a_mapping_in_a_line_of_text_takes_the_split_before_it():
    (one,) = said(mapping_lines, "Test results: {'acc': np.float64(0.98)}")
    assert (one.name, one.value, one.split) == ("acc", 0.98, "test")


def test_json_over_several_lines():
    text = '{\n  "accuracy": 0.91,\n  "confusion": [[1, 2], [3, 4]],\n  "roc_auc": 0.95\n}\nf1: 0.5'
    assert stated(mapping_lines, text) == [("accuracy", 0.91), ("roc_auc", 0.95)]


def test_keys_above_name_the_split_or_the_model():
    text = "{'test': {'acc': 0.9}, 'SVM': {'acc': 0.8}, 'accuracy': {'train': 0.7}}"
    assert [(one.split, one.qualifier, one.value) for one in said(mapping_lines, text)] == [
        ("test", "", 0.9),
        ("", "SVM", 0.8),
        ("train", "", 0.7),
    ]


def test_what_is_not_finite_is_not_lost_silently():
    (one,) = said(mapping_lines, "{'f1': nan}")
    assert one.value == float("inf")


@pytest.mark.parametrize(
    "text",
    [
        "{'learning_rate': 0.1, 'max_depth': 3}",
        "{'params': {'loss': 0.3}, 'best_params': {'accuracy': 0.9}}",
        "{'accuracy': 3, 'loss': 'mse', 'recall': True}",
        "f(x) = {x: 0.5}",
        "{'loss': 0.5",
        "{'loss': __import__('os').system('true')}",
        "{" * 3000 + "}" * 3000,
        "{'a': " * 900 + "1" + "}" * 900,
        "{'loss': " + "9" * 4000 + "}",
    ],
)
def test_what_is_no_mapping_of_metrics_states_nothing(text):
    assert [value for _, value in stated(mapping_lines, text) if value != float("inf")] == []
