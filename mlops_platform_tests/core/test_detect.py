import pkgutil
from pathlib import Path

from mlops_platform.core import detectors
from mlops_platform.core.detect import detect
from mlops_platform.core.facts.reading import read_checkout
from mlops_platform_tests.drawing import draw_checkout

SHELVES = sorted(shelf.name for shelf in pkgutil.iter_modules(detectors.__path__))


def test_detections_come_by_name(tmp_path: Path) -> None:
    code = "import torch\nimport catboost\nimport sklearn\nimport xgboost\n"
    reading = read_checkout(draw_checkout(tmp_path, {"train.py": code}))
    found = [detection.name for detection in detect("frameworks", reading)]
    assert found == ["catboost", "pytorch", "scikit-learn", "xgboost"]


def test_an_empty_repository_has_nothing_on_any_shelf(tmp_path: Path) -> None:
    reading = read_checkout(draw_checkout(tmp_path, {}))
    assert [detect(shelf, reading) for shelf in SHELVES] == [()] * len(SHELVES)
