from pathlib import Path

from mlops_platform.core.facts.own_code import (
    foreign_calls,
    foreign_imports,
    foreign_packages,
    is_under,
    own_code,
    place_in,
)
from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform_tests.core.detectors.sightings import notebook
from mlops_platform_tests.drawing import draw_checkout


def read(tmp_path: Path, files: dict[str, str | bytes]) -> Reading:
    return read_checkout(draw_checkout(tmp_path, files))


def test_a_name_is_under_itself_and_its_parents_only() -> None:
    assert is_under("torch", ["torch"])
    assert is_under("torch.nn", ["torch"])
    assert not is_under("torchvision", ["torch"])
    assert not is_under("torch", ["torch.nn"])


def test_a_name_imported_from_a_module_counts_with_it(tmp_path: Path) -> None:
    reading = read(
        tmp_path, {"train.py": "from tensorflow import keras\nimport tensorflow as tf\n"}
    )
    found = [entry.item.line for entry in foreign_imports(reading, ["tensorflow.keras"])]
    assert found == [1]


def test_local_and_relative_imports_are_not_foreign(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "p/__init__.py": "",
        "p/torch.py": "",
        "p/train.py": "from .torch import x\nfrom . import torch\nimport p.torch\n",
    }
    reading = read(tmp_path, files)
    assert list(foreign_imports(reading, ["torch"])) == []
    assert [foreign_packages(file) for file, _ in own_code(reading) if file.imports] == [
        frozenset()
    ]


def test_calls_count_only_where_their_package_is_foreign(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.py": "import yaml\n\nyaml.safe_load('')\n",
        "b/yaml.py": "def safe_load(text):\n    return text\n",
        "b/c.py": "import yaml\n\nyaml.safe_load('')\n",
    }
    found = foreign_calls(read(tmp_path, files), ["yaml.safe_load"])
    assert [(file.path, call.line) for file, _, call in found] == [("a.py", 3)]


def test_vendored_code_is_not_the_projects_own(tmp_path: Path) -> None:
    reading = read(tmp_path, {"third_party/x.py": "import torch\n", "a.py": "import os\n"})
    assert [file.path for file, _ in own_code(reading)] == ["a.py"]


def test_a_place_in_a_notebook_is_a_cell_and_its_line(tmp_path: Path) -> None:
    text = notebook("import os\n", "%matplotlib inline\nimport torch\n")
    (found,) = foreign_imports(read(tmp_path, {"a.ipynb": text}), ["torch"])
    place = place_in(found.file, found.notebook, found.item.line)
    assert (place.path, place.cell, place.line) == ("a.ipynb", 3, 2)


def test_two_readings_do_not_mix(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one = read(tmp_path / "one", {"a.py": "import torch\n"})
    two = read(tmp_path / "two", {"a.py": "import sklearn\n"})
    assert [len(list(foreign_imports(r, ["torch"]))) for r in (one, two, one)] == [1, 0, 1]
