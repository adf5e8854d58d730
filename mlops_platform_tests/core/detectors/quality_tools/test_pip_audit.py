from pathlib import Path

from mlops_platform.core.detectors.quality_tools.pip_audit import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_running_it_in_ci_is_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: pip-audit -r requirements.txt\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "pip-audit used: .github/workflows/ci.yml:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pip-audit\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "pip-audit not used (declared only): requirements.txt:1"
    )


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# pip-audit\nname = 'pip-audit'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
