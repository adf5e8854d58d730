"""Projects of others inside this one, and their tables."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.copied_projects import copied_projects, tables_of_others
from mlops_platform_tests.drawing import draw_checkout

COPY = {
    "README.md": "",
    "train.py": "import toolbox.run\n",
    "packages/toolbox/README.md": "# Toolbox\n",
    "packages/toolbox/LICENSE": "MIT License\n",
    "packages/toolbox/run.py": 'open("notes/rates.csv")\n',
    "packages/toolbox/notes/rates.csv": "a,b\n1,2\n",
}
TABLE = "packages/toolbox/notes/rates.csv"


def test_the_tables_of_a_copied_project_are_those_of_others(tmp_path: Path) -> None:
    reading = read_checkout(draw_checkout(tmp_path, COPY))
    assert copied_projects(reading.repository) == ("packages/toolbox",)
    assert tables_of_others(reading, [TABLE, "data/own.csv"]) == {TABLE}


@pytest.mark.parametrize(
    "more",
    [
        {"train.py": f'open("{TABLE}")\n'},
        {"train.py": 'folder = "packages/toolbox/notes/"\n'},
        {"packages/toolbox/pyproject.toml": '[project]\nname = "toolbox"\n'},
    ],
)
def test_what_the_project_names_or_makes_is_its_own(tmp_path: Path, more: dict[str, str]) -> None:
    reading = read_checkout(draw_checkout(tmp_path, COPY | more))
    assert tables_of_others(reading, [TABLE]) == frozenset()


def test_a_data_set_with_its_papers_is_no_project(tmp_path: Path) -> None:
    files = {"train.py": "", "data/rates/README.md": "", "data/rates/LICENSE": "CC0\n"}
    reading = read_checkout(draw_checkout(tmp_path, files | {"data/rates/rates.csv": "a\n1\n"}))
    assert copied_projects(reading.repository) == ()
    assert tables_of_others(reading, ["data/rates/rates.csv"]) == frozenset()
