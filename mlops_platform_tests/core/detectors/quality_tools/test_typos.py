from pathlib import Path

from mlops_platform.core.detectors.quality_tools.typos import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "_typos.toml": "[default]\n",
    }
    assert sight(tmp_path, detect, files) == "typos used: _typos.toml"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "typos\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "typos not used (declared only): requirements.txt:1"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# typos\nname = 'typos'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
