from mlops_platform.core.metric_sources import dvclive_files
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import (
    measured,
    parameters,
    sentences,
    steps,
)


def test_series_summary_and_parameters(tmp_path):
    files = draw_files(
        tmp_path,
        {
            "dvclive/metrics.json": '{"train": {"acc": 0.9}, "uplift": 0.5, "step": 2}',
            "dvclive/plots/metrics/train/acc.tsv": "step\tacc\n0\t0.5\n1\t0.7\n",
            "dvclive/params.yaml": "lr: 0.1\n",
        },
    )
    assert steps(measured(dvclive_files, files)) == [
        ("train/acc", "train", 0, 0.5),
        ("train/acc", "train", 1, 0.7),
        ("acc", "train", None, 0.9),
        ("uplift", "", None, 0.5),
    ]
    assert parameters(dvclive_files, files) == [("lr", "0.1")]


def test_times_and_other_files_are_left_alone(tmp_path):
    files = {
        "dvclive/plots/metrics/lr.tsv": "step\tlr\n0\t0.1\n",
        "plots/metrics/acc.tsv": "step\tacc\n0\t0.5\n",
    }
    assert measured(dvclive_files, draw_files(tmp_path, files)) == []


def test_what_cannot_be_read_is_said(tmp_path):
    files = draw_files(tmp_path, {"dvclive/metrics.json": "{", "dvclive/params.yaml": "a: ["})
    assert [sentence.split(": ")[0] for sentence in sentences(dvclive_files, files)] == [
        "dvclive/metrics.json",
        "dvclive/params.yaml",
    ]
