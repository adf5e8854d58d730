from pathlib import Path

from mlops_platform.core.clues.clue import Clue, commanded, configured, declared, deployed, filed
from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform.core.facts.repository import Role
from mlops_platform_tests.core.detectors.sightings import notebook
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path: Path, files: dict[str, str | bytes]) -> Reading:
    return read_checkout(draw_checkout(tmp_path, files))


def spelled(clues: tuple[Clue, ...]) -> list[str]:
    return sorted(f"{clue.place.path}:{clue.place.line}" for clue in clues)


def test_requirements_are_found_by_their_normalised_name(tmp_path: Path) -> None:
    reading = read(tmp_path, {"requirements.txt": "Azureml_Core==1.0\nazure-storage\n"})
    assert [place.line for place in declared(reading, "azureml-*")] == [1]


def test_a_repository_does_not_declare_the_distribution_that_it_makes(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "pyproject.toml": "[project]\nname = 'Flask'\nversion = '1'\n",
        "examples/requirements.txt": "flask\n",
    }
    assert declared(read(tmp_path, files), "flask") == ()


def test_files_are_found_by_name_and_by_the_end_of_their_path(tmp_path: Path) -> None:
    reading = read(tmp_path, {"a/x.dvc": "", "x.dvcs": "", ".dvc/config": "", "dvc/config": ""})
    assert spelled(filed(reading, "*.dvc", ".dvc/config")) == [".dvc/config:None", "a/x.dvc:None"]


def test_a_star_does_not_cross_folders(tmp_path: Path) -> None:
    reading = read(tmp_path, {"conf/a/b.yml": "", "conf/b.yml": ""})
    assert spelled(filed(reading, "conf/*.yml")) == ["conf/b.yml:None"]


def test_vendored_files_are_not_found(tmp_path: Path) -> None:
    assert filed(read(tmp_path, {"node_modules/x/Chart.yaml": ""}), "Chart.yaml") == ()


def test_commands_are_found_by_their_first_words(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"Makefile": "a:\n\tdvc repro -f\nb:\n\tdvc pull\n"}
    assert spelled(commanded(read(tmp_path, files), "dvc repro")) == ["Makefile:2"]


def test_commands_of_a_readme_are_documentation(tmp_path: Path) -> None:
    reading = read(tmp_path, {"README.md": "# It\n\n```sh\ndvc repro\n```\n"})
    assert [clue.role for clue in commanded(reading, "dvc repro")] == [Role.DOCS]


def test_shell_lines_of_a_notebook_are_commands(tmp_path: Path) -> None:
    reading = read(tmp_path, {"a.ipynb": notebook("import os\n!dvc repro\n")})
    (found,) = commanded(reading, "dvc repro")
    assert (found.place.cell, found.place.line) == (2, 2)


def test_headings_are_found_by_kind_and_pattern(tmp_path: Path) -> None:
    reading = read(tmp_path, {"pyproject.toml": "[tool.ruff.lint]\n[tool.ruffian]\n"})
    assert spelled(configured(reading, "toml_table", "tool.ruff", "tool.ruff.*")) == [
        "pyproject.toml:1"
    ]
    assert configured(reading, "ini_section", "tool.ruff.lint") == ()


def test_images_are_found_without_their_tag(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "Dockerfile": "FROM apache/airflow:2.9@sha256:0\n",
        "compose.yaml": "services:\n  a:\n    image: apache/airflow\n  b:\n    image: airflow\n",
    }
    assert spelled(deployed(read(tmp_path, files), "apache/airflow")) == [
        "Dockerfile:1",
        "compose.yaml:None",
    ]
