import pytest

from mlops_platform.core.metric_sources import json_files
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import measured, sentences, steps


def test_a_file_of_metrics_with_its_parts(tmp_path):
    text = '{"train": {"accuracy": 0.9, "n_samples": 800}, "test": {"accuracy": 0.8}, "seed": 42}'
    found = measured(json_files, draw_files(tmp_path, {"reports/metrics.json": text}))
    assert steps(found) == [("accuracy", "train", None, 0.9), ("accuracy", "test", None, 0.8)]


def test_a_file_that_is_named_for_metrics_may_call_them_anything(tmp_path):
    text = '{"uplift": 0.3, "training_time": 3.5, "rows": 80, "learning_rate": 0.1}'
    files = {"metrics.json": text, "info.json": text}
    found = measured(json_files, draw_files(tmp_path, files))
    assert [(one.name, one.source) for one in found] == [("uplift", "metrics.json")]


def test_the_name_of_the_file_names_the_split(tmp_path):
    files = draw_files(tmp_path, {"eval_results.json": '{"accuracy": 0.9}'})
    assert [one.split for one in measured(json_files, files)] == ["validation"]


def test_a_history_has_a_value_for_each_epoch(tmp_path):
    text = '{"loss": [0.5, 0.4], "val_loss": [0.6, 0.5]}'
    found = measured(json_files, draw_files(tmp_path, {"history.json": text}))
    assert steps(found) == [
        ("loss", "train", 0, 0.5),
        ("val_loss", "validation", 0, 0.6),
        ("loss", "train", 1, 0.4),
        ("val_loss", "validation", 1, 0.5),
    ]


def test_records_are_of_their_step_or_of_their_model(tmp_path):
    text = '[{"model": "A", "accuracy": 0.9}, {"step": 3, "loss": 0.1}]'
    found = measured(json_files, draw_files(tmp_path, {"log.json": text}))
    assert [(one.qualifier, one.step) for one in found] == [("A", None), ("", 3)]


def test_a_classification_report_without_its_classes(tmp_path):
    text = (
        '{"0": {"precision": 0.1, "support": 5}, "accuracy": 0.9,'
        ' "macro avg": {"precision": 0.5, "support": 9}}'
    )
    found = measured(json_files, draw_files(tmp_path, {"report.json": text}))
    assert [(one.name, one.value) for one in found] == [
        ("accuracy", 0.9),
        ("macro precision", 0.5),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "config.json",
        "hf/tokenizer_config.json",
        "best_params.json",
        "vocab.json",
        "mlruns/0/a.json",
    ],
)
def test_files_of_settings_and_of_trackers_are_not_read_here(tmp_path, path):
    assert measured(json_files, draw_files(tmp_path, {path: '{"accuracy": 0.9}'})) == []


def test_predictions_are_no_metrics(tmp_path):
    rows = ", ".join(f'{{"id": {n}, "score": 0.{n}, "error": 0.1}}' for n in range(100))
    assert measured(json_files, draw_files(tmp_path, {"predictions.json": f"[{rows}]"})) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "nested too deep"),
        ('{"a": 1}' + " " * (5 << 20), "larger than"),
        ("\x00\x01", "not text"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path, text, reason):
    (sentence,) = sentences(json_files, draw_files(tmp_path, {"metrics.json": text}))
    assert sentence.startswith("metrics.json: ")
    assert reason in sentence


def test_what_is_not_finite_does_not_cost_what_stands_beside_it(tmp_path):
    files = draw_files(tmp_path, {"metrics.json": '{"auc": NaN, "mse": 1e400, "r2": 0.5}'})
    inf = float("inf")
    assert [one.value for one in measured(json_files, files)] == [inf, inf, 0.5]
