from pathlib import Path

from mlops_platform.core.detectors.quality_tools.isort import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.isort]\nprofile = 'black'\n",
    }
    assert sight(tmp_path, detect, files) == "isort used: pyproject.toml:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "isort\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "isort not used (declared only): requirements.txt:1"


def test_the_same_rules_of_ruff_are_something_else(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.ruff.lint.isort]\nknown-first-party = ['p']\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
