"""Tests of which files a script writes."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.failures.written_files import read_written_files
from mlops_platform_tests.drawing import draw_checkout


def written(tmp_path: Path, code: str) -> list[tuple[str, int | None]]:
    checkout = draw_checkout(tmp_path, {"prepare.py": code})
    found = read_written_files(checkout, read_repository(checkout))
    return [(each.path, each.evidence.line) for each in found]


@pytest.mark.parametrize(
    "code",
    [
        "table.to_csv('data/a.csv', index=False)",
        "table.to_csv(path_or_buf='./data/a.csv')",
        "open('data/a.csv', 'w').write('x')",
        "import os\nopen(os.path.join('data', 'a.csv'), mode='w')",
        "from pathlib import Path\n(Path('data') / 'a.csv').write_text('x')",
        "FOLDER = 'data'\ntable.to_csv(f'{FOLDER}/a.csv')",
        "FOLDER = 'data/'\ntable.to_csv(FOLDER + 'a.csv')",
        "import numpy as np\nnp.savetxt('data/a.csv', [1])",
        "import joblib\njoblib.dump(1, 'data/a.csv')",
        "def main():\n    table.to_csv('data/a.csv')\nif __name__ == '__main__':\n    main()",
    ],
)
def test_a_path_of_literals_is_known(tmp_path: Path, code: str) -> None:
    assert [path for path, _ in written(tmp_path, code)] == ["data/a.csv"]


@pytest.mark.parametrize(
    "code",
    [
        "import sys\ntable.to_csv(sys.argv[1])",
        "open('data/a.csv').read()",
        "open('data/a.csv', 'rb')",
        "table.to_csv('/data/a.csv')",
        "table.to_csv('../a.csv')",
        "NAME = 'a'\nNAME = 'b'\ntable.to_csv(NAME)",
        "def save(table):\n    table.to_csv('data/a.csv')",
        "import requests\nopen('data/a.csv', 'w').write(requests.get(URL).text)",
        "def broken(:",
    ],
)
def test_anything_else_is_left_out(tmp_path: Path, code: str) -> None:
    assert written(tmp_path, code) == []


def test_the_line_is_shown(tmp_path: Path) -> None:
    assert written(tmp_path, "x = 1\n\ntable.to_csv('a.csv')") == [("a.csv", 3)]
