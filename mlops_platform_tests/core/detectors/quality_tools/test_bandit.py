from pathlib import Path

from mlops_platform.core.detectors.quality_tools.bandit import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_running_it_in_ci_is_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: bandit -r src\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "bandit used: .github/workflows/ci.yml:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "bandit\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "bandit not used (declared only): requirements.txt:1"


def test_installing_it_is_not_running_it(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: pip install bandit\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
