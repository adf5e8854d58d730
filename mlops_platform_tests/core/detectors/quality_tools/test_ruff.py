from pathlib import Path

from mlops_platform.core.detectors.quality_tools.ruff import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.ruff]\nline-length = 100\n",
    }
    assert sight(tmp_path, detect, files) == "ruff used: pyproject.toml:1"


def test_a_hook_is_use(tmp_path: Path) -> None:
    files = {
        ".pre-commit-config.yaml": (
            "repos:\n- repo: https://github.com/acme/hooks\n  hooks:\n  - id: ruff-format\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "ruff used: .pre-commit-config.yaml:4"


def test_running_it_in_ci_is_use(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: uv run ruff check .\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "ruff used: .github/workflows/ci.yml:6"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "ruff\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "ruff not used (declared only): requirements.txt:1"


def test_installing_it_is_not_running_it(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  test:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: pip install ruff\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
