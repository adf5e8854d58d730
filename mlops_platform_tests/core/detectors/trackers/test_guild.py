from pathlib import Path

from mlops_platform.core.detectors.trackers.guild import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_project_file_is_use(tmp_path: Path) -> None:
    files = {
        "guild.yml": "train:\n  flags: {}\n",
    }
    assert sight(tmp_path, detect, files) == "guild used: guild.yml"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "guildai\n",
    }
    assert sight(tmp_path, detect, files) == "guild not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "guild.py": "members = []\n",
        "train.py": "import guild\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
