from pathlib import Path

import pytest

from mlops_platform.core.clues.settings_files import command_line, settings_files, settings_read
from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform_tests.drawing import draw_checkout

PARSER = "import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument('--epochs')\n"


def read(tmp_path: Path, files: dict[str, str | bytes]) -> Reading:
    return read_checkout(draw_checkout(tmp_path, files))


@pytest.mark.parametrize(
    "path", ["params.yaml", "conf/base/model.yml", "configs/default.yaml", "experiments/a.yaml"]
)
def test_settings_of_the_work_are_settings_files(tmp_path: Path, path: str) -> None:
    assert settings_files(read(tmp_path, {path: "a: 1\n"}), (".yaml", ".yml")) == (path,)


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/ci.yml",
        ".pre-commit-config.yaml",
        "docker-compose.override.yml",
        "compose.yaml",
        "environment.yml",
        "environment-gpu.yaml",
        "mkdocs.yml",
        "dvc.yaml",
        "azure-pipelines.yml",
        "deploy/k8s/app.yaml",
        "charts/api/values-prod.yaml",
        "docs/page.yaml",
    ],
)
def test_settings_of_tools_are_not(tmp_path: Path, path: str) -> None:
    assert settings_files(read(tmp_path, {path: "a: 1\n"}), (".yaml", ".yml")) == ()


def test_arguments_count_where_learning_code_is_reached(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "run.py": PARSER + "import model\n",
        "model.py": "import torch\n",
        "release.py": PARSER,
    }
    found = command_line(read(tmp_path, files), "argparse")
    assert [(clue.place.path, clue.place.line) for clue in found] == [("run.py", 4)]


def test_the_default_of_an_argument_names_a_settings_file(tmp_path: Path) -> None:
    code = (
        "import argparse\nimport json\nimport sklearn.svm\n\n"
        "parser = argparse.ArgumentParser()\n"
        "parser.add_argument('--config', default='./configs/default.json')\n"
        "settings = json.load(open(parser.parse_args().config))\n"
    )
    reading = read(tmp_path, {"run.py": code, "configs/default.json": "{}\n"})
    found = settings_read(reading, ("json.load",), (".json",))
    assert [clue.place.line for clue in found] == [7]


def test_a_file_of_results_that_is_read_by_another_name_is_none(tmp_path: Path) -> None:
    code = "import json\nimport sklearn.svm\n\nmetrics = json.load(open('metrics.json'))\n"
    reading = read(tmp_path, {"run.py": code, "labels.json": "{}\n"})
    assert settings_read(reading, ("json.load",), (".json",)) == ()
