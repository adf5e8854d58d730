from mlops_platform.core.metric_sources import yaml_files
from mlops_platform_tests.core.drawn_runs import draw_files
from mlops_platform_tests.core.metric_sources.sources import measured, sentences, steps


def test_a_file_of_metrics(tmp_path):
    text = "test:\n  accuracy: 0.8\ntrain:\n  accuracy: 9.0e-1\nseed: 42\n"
    found = measured(yaml_files, draw_files(tmp_path, {"metrics.yaml": text}))
    assert steps(found) == [("accuracy", "test", None, 0.8), ("accuracy", "train", None, 0.9)]


def test_parameters_are_no_metrics(tmp_path):
    files = {"params.yaml": "loss: 0.5\n", "dvc.yaml": "stages:\n  train:\n    cmd: python a.py\n"}
    assert measured(yaml_files, draw_files(tmp_path, files)) == []


def test_a_bomb_of_aliases_is_said(tmp_path):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    (sentence,) = sentences(yaml_files, draw_files(tmp_path, {"metrics.yaml": "\n".join(lines)}))
    assert sentence == "metrics.yaml: YAML with more than 50000 values"
