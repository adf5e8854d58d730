from pathlib import Path

from mlops_platform.core.detectors.quality_tools.pylint import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        ".pylintrc": "[MASTER]\n",
    }
    assert sight(tmp_path, detect, files) == "pylint used: .pylintrc"


def test_a_make_target_is_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "lint:\n\tpoetry run pylint src\n",
    }
    assert sight(tmp_path, detect, files) == "pylint used: Makefile:2"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pylint\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "pylint not used (declared only): requirements.txt:1"


def test_installing_it_is_not_running_it(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: pip install pylint\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
