"""Every shelf of detectors keeps the shape that the engine and its readers rely on."""

import importlib
import pkgutil
from pathlib import Path

import pytest

from mlops_platform.core import detectors
from mlops_platform.core.detect import DETECTORS
from mlops_platform.core.registry import plugins

SHELVES = sorted(shelf.name for shelf in pkgutil.iter_modules(detectors.__path__))


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_detector_has_a_docstring_a_detect_and_a_mirrored_test(shelf: str) -> None:
    folder = Path(__file__).parent / shelf
    for detector in plugins(f"{DETECTORS}.{shelf}"):
        name = detector.__name__.rpartition(".")[2]
        assert detector.__doc__, name
        assert callable(detector.detect), name
        assert (folder / f"test_{name}.py").is_file(), name


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_detector_test_has_found_not_found_and_look_alike(shelf: str) -> None:
    for file in sorted((Path(__file__).parent / shelf).glob("test_*.py")):
        text = file.read_text()
        importlib.import_module(f"{DETECTORS}.{shelf}.{file.stem.removeprefix('test_')}")
        assert text.count("\ndef test_") >= 3, file.name
        assert " used" in text, file.name
        assert '"nothing"' in text, file.name


@pytest.mark.parametrize("shelf", SHELVES)
def test_names_are_unique_and_spelled_in_the_detector(shelf: str) -> None:
    names = [_name(Path(str(module.__file__))) for module in plugins(f"{DETECTORS}.{shelf}")]
    assert sorted(set(names)) == sorted(names)


def _name(file: Path) -> str:
    """Return the name that a detector concludes on: the first argument of its conclusion."""
    text = file.read_text()
    starts = [
        text.find(f"return {verb}(")
        for verb in (
            "technology",
            "framework",
            "practice",
            "model_server",
            "serving_framework",
            "parser_library",
        )
    ]
    start = max(starts)
    return text[start:].split('"')[1]
