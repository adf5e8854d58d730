from pathlib import Path

from mlops_platform.core.detectors.quality_tools.nbqa import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_hook_is_use(tmp_path: Path) -> None:
    files = {
        ".pre-commit-config.yaml": (
            "repos:\n- repo: https://github.com/acme/hooks\n  hooks:\n  - id: nbqa-black\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nbqa used: .pre-commit-config.yaml:4"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "nbqa\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nbqa not used (declared only): requirements.txt:1"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# nbqa\nname = 'nbqa'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
