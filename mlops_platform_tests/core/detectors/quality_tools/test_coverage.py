from pathlib import Path

from mlops_platform.core.detectors.quality_tools.coverage import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.coverage.run]\nbranch = true\n",
    }
    assert sight(tmp_path, detect, files) == "coverage used: pyproject.toml:1"


def test_tests_that_measure_it_are_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: pytest --cov=src tests\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "coverage used: .github/workflows/ci.yml:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pytest-cov\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "coverage not used (declared only): requirements.txt:1"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# coverage\nname = 'coverage'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
