from pathlib import Path

from mlops_platform.core.detectors.quality_tools.codeql import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_action_is_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/scan.yml": (
            "on: push\n"
            "jobs:\n"
            "  scan:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - uses: github/codeql-action/analyze@v3\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "codeql used: .github/workflows/scan.yml:6"


def test_no_action_is_none(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n    - run: pytest\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# codeql\nname = 'codeql'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
