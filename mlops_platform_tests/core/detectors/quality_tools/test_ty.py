from pathlib import Path

from mlops_platform.core.detectors.quality_tools.ty import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.ty.rules]\nall = 'warn'\n",
    }
    assert sight(tmp_path, detect, files) == "ty used: pyproject.toml:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "ty\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "ty not used (declared only): requirements.txt:1"


def test_another_table_that_begins_alike_is_none(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.typos.files]\nextend-exclude = []\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
