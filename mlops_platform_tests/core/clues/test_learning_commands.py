from pathlib import Path

import pytest

from mlops_platform.core.clues.learning_commands import learning_commands
from mlops_platform.core.facts.reading import read_checkout
from mlops_platform_tests.drawing import draw_checkout

CODE: dict[str, str | bytes] = {
    "pyproject.toml": "[project]\nname = 'p'\n[project.scripts]\nfit = 'p.cli:main'\n",
    "src/p/__init__.py": "",
    "src/p/__main__.py": "from p import cli\n",
    "src/p/cli.py": "from p.model import train\n",
    "src/p/model.py": "import sklearn.svm\n",
    "pages.py": "import json\n",
}


@pytest.mark.parametrize(
    "command",
    [
        "python src/p/model.py",
        "cd src && python -m p.cli",
        "python -m p",
        "poetry run fit --epochs 3",
        "A=1 python3 src/p/cli.py data.csv",
        "kedro run",
        "uv run dvc repro",
    ],
)
def test_a_target_that_leads_to_learning_is_found(tmp_path: Path, command: str) -> None:
    files = {**CODE, "Makefile": f"go:\n\t{command}\n"}
    found = learning_commands(read_checkout(draw_checkout(tmp_path, files)), "makefile")
    assert [(clue.place.path, clue.place.line) for clue in found] == [("Makefile", 2)]


@pytest.mark.parametrize(
    "command",
    [
        "pytest",
        "python pages.py",
        "python -m mypy src",
        "cat src/p/model.py",
        "dvc pull",
        "fitness",
    ],
)
def test_other_targets_are_not(tmp_path: Path, command: str) -> None:
    files = {**CODE, "Makefile": f"go:\n\t{command}\n"}
    assert learning_commands(read_checkout(draw_checkout(tmp_path, files)), "makefile") == ()


def test_commands_of_another_source_are_not(tmp_path: Path) -> None:
    files = {**CODE, "README.md": "# It\n\n```sh\npython src/p/model.py\n```\n"}
    assert learning_commands(read_checkout(draw_checkout(tmp_path, files)), "makefile") == ()
