import pytest

from mlops_platform.core.metric_sources import wandb_offline
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.measuring.drawn_records import message, wandb_file, wandb_items
from mlops_platform_tests.core.metric_sources.sources import measured, parameters, sentences, steps

FOLDER = "wandb/offline-run-20261122_020747-zukf18ps"
RUN, SUMMARY = f"{FOLDER}/run-zukf18ps.wandb", f"{FOLDER}/files/wandb-summary.json"
HISTORY = [
    wandb_items(2, {"_step": "0", "train/loss": "1.0", "_runtime": "3.5"}),
    wandb_items(2, {"_step": "1", "train/loss": "0.5"}),
]
REST = [
    wandb_items(3, {"train/loss": "0.5", "test_f1": "0.7", "_runtime": "9.5"}),
    wandb_items(5, {"lr": "0.1", "layers": "[1, 2]"}),
]
ENDED, FAILED = message(18, b"\x08\x00"), message(18, b"\x08\x01")


def test_history_summary_and_parameters(tmp_path):
    files = draw_files(tmp_path, {RUN: wandb_file(*HISTORY, *REST, ENDED)})
    found = measured(wandb_offline, files)
    assert steps(found) == [
        ("train/loss", "train", 0, 1.0),
        ("train/loss", "train", 1, 0.5),
        ("test_f1", "test", None, 0.7),
    ]
    assert [one.is_final for one in found] == [False, False, True]
    assert parameters(wandb_offline, files) == [("lr", "0.1")]


def test_a_run_that_failed_is_told_and_marked(tmp_path):
    files = draw_files(tmp_path, {RUN: wandb_file(*REST, FAILED)})
    assert "says that it failed" in sentences(wandb_offline, files)[0]
    assert not any(one.is_final for one in measured(wandb_offline, files))


def test_a_summary_counts_where_there_is_no_other_file(tmp_path):
    summary = '{"test_f1": 0.7, "uplift": 0.3, "_step": 3, "epoch": 2}'
    found = measured(wandb_offline, draw_files(tmp_path, {SUMMARY: summary}))
    assert steps(found) == [("test_f1", "test", None, 0.7), ("uplift", "", None, 0.3)]
    both = draw_files(tmp_path, {SUMMARY: summary, RUN: wandb_file(*HISTORY, ENDED)})
    assert {one.name for one in measured(wandb_offline, both)} == {"train/loss"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no such file", "not a file of Weights & Biases"),
        (wandb_file(*HISTORY).replace(b"train", b"test/"), "does not fit its checksum"),
    ],
)
def test_what_is_broken_is_said(tmp_path, data, reason):
    (sentence,) = sentences(wandb_offline, draw_files(tmp_path, {RUN: data}))
    assert reason in sentence


def test_a_file_that_ends_in_a_record_gives_what_stands_before(tmp_path):
    files = draw_files(tmp_path, {RUN: wandb_file(*HISTORY)[:-5]})
    assert steps(measured(wandb_offline, files)) == [("train/loss", "train", None, 1.0)]
