from pathlib import Path

import pytest

from mlops_platform.core.clues.measuring_tests import measuring_tests
from mlops_platform.core.facts.reading import read_checkout
from mlops_platform_tests.drawing import draw_checkout

CODE = {
    "churn/trees.py": "class Tree:\n    def fit(self, x, y): ...\n",
    "tests/model/test_eval.py": (
        "from sklearn.metrics import accuracy_score\nfrom churn.trees import Tree\n\n"
        "def test_accuracy():\n    assert accuracy_score([1], Tree().fit([1], [1])) > 0.8\n"
    ),
}


def places(tmp_path: Path, command: str) -> list[int | None]:
    files = {"Makefile": f"test:\n\t{command}\n", **CODE}
    reading = read_checkout(draw_checkout(tmp_path, files))
    return [clue.place.line for clue in measuring_tests(reading, "makefile")]


@pytest.mark.parametrize(
    "command", ["pytest", "poetry run py.test tests/ -x", "python -m pytest -q tests/model"]
)
def test_runners_of_the_measuring_tests_are_found(tmp_path: Path, command: str) -> None:
    assert places(tmp_path, command) == [2]


@pytest.mark.parametrize("command", ["pytest tests/unit", "pytest tests/mod", "ruff check tests"])
def test_other_tests_and_other_programs_are_not(tmp_path: Path, command: str) -> None:
    assert places(tmp_path, command) == []
