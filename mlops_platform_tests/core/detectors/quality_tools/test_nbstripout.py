from pathlib import Path

from mlops_platform.core.detectors.quality_tools.nbstripout import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_hook_is_use(tmp_path: Path) -> None:
    files = {
        ".pre-commit-config.yaml": (
            "repos:\n- repo: https://github.com/acme/hooks\n  hooks:\n  - id: nbstripout\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nbstripout used: .pre-commit-config.yaml:4"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "nbstripout\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "nbstripout not used (declared only): requirements.txt:1"
    )


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# nbstripout\nname = 'nbstripout'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
