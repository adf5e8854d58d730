from pathlib import Path

from mlops_platform.core.detectors.quality_tools.black import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_hook_is_use(tmp_path: Path) -> None:
    files = {
        ".pre-commit-config.yaml": (
            "repos:\n- repo: https://github.com/acme/hooks\n  hooks:\n  - id: black\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "black used: .pre-commit-config.yaml:4"


def test_running_it_in_ci_is_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: black --check .\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "black used: .github/workflows/ci.yml:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "black\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "black not used (declared only): requirements.txt:1"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# black\nname = 'black'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
