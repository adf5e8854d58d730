from pathlib import Path

from mlops_platform.core.detectors.quality_tools.flake8 import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "setup.cfg": "[flake8]\nmax-line-length = 100\n",
    }
    assert sight(tmp_path, detect, files) == "flake8 used: setup.cfg:1"


def test_running_it_in_ci_is_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: python -m flake8 src\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "flake8 used: .github/workflows/ci.yml:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "flake8\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "flake8 not used (declared only): requirements.txt:1"


def test_installing_it_is_not_running_it(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: pip install flake8\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
