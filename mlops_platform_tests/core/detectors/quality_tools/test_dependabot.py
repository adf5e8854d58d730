from pathlib import Path

from mlops_platform.core.detectors.quality_tools.dependabot import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        ".github/dependabot.yml": "version: 2\nupdates: []\n",
    }
    assert sight(tmp_path, detect, files) == "dependabot used: .github/dependabot.yml"


def test_no_settings_are_none(tmp_path: Path) -> None:
    files = {
        "dependabot.yml": "version: 2\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# dependabot\nname = 'dependabot'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
