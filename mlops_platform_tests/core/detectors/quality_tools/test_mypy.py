from pathlib import Path

from mlops_platform.core.detectors.quality_tools.mypy import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.mypy]\nstrict = true\n",
    }
    assert sight(tmp_path, detect, files) == "mypy used: pyproject.toml:1"


def test_running_it_in_ci_is_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: poetry run mypy src\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "mypy used: .github/workflows/ci.yml:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "mypy\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "mypy not used (declared only): requirements.txt:1"


def test_installing_it_is_not_running_it(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: pip install mypy\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
