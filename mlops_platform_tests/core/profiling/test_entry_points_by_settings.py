"""Training that settings start is found by the script that reads them."""

from pathlib import Path

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.entry_points import find_entry_points
from mlops_platform_tests.drawing import draw_checkout

MAIN = "import frame\nif __name__ == '__main__':\n    frame.start()\n"
LOOP = "import torch\ndef work(loss):\n    loss.backward()\n    optimizer.step()\n"


def commands(tmp_path: Path, files: dict[str, str]) -> list[str | None]:
    found = find_entry_points(read_checkout(draw_checkout(tmp_path, files)))
    return [each.command for each in found.training]


def test_a_script_named_after_training_comes_first(tmp_path: Path) -> None:
    files = {
        "train.py": MAIN,
        "lib/trainers/plain.py": LOOP,
        "README.md": "# Net\n\n```bash\npython train.py -c a.jsonnet\n```\n",
    }
    assert commands(tmp_path, files) == ["python train.py -c a.jsonnet", None]


def test_no_other_script_is_guessed(tmp_path: Path) -> None:
    assert commands(tmp_path, {"go.py": MAIN, "lib/trainers/plain.py": LOOP}) == [None]


def test_nothing_is_guessed_beside_a_script_that_trains(tmp_path: Path) -> None:
    files = {"fit.py": "import torch\nloss.backward()\noptimizer.step()\n", "train.py": MAIN}
    assert commands(tmp_path, files) == ["python fit.py"]


def test_nothing_trains_where_nothing_fits(tmp_path: Path) -> None:
    assert commands(tmp_path, {"train.py": MAIN}) == []
