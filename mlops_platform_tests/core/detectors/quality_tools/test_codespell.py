from pathlib import Path

from mlops_platform.core.detectors.quality_tools.codespell import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.codespell]\nskip = '*.csv'\n",
    }
    assert sight(tmp_path, detect, files) == "codespell used: pyproject.toml:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "codespell\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "codespell not used (declared only): requirements.txt:1"
    )


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# codespell\nname = 'codespell'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
