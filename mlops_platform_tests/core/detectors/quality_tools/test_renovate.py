from pathlib import Path

from mlops_platform.core.detectors.quality_tools.renovate import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "renovate.json": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "renovate used: renovate.json"


def test_no_settings_are_none(tmp_path: Path) -> None:
    files = {
        "package.json": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "# renovate\nname = 'renovate'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
