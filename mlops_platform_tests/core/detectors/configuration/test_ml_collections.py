from pathlib import Path

from mlops_platform.core.detectors.configuration.ml_collections import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from ml_collections import config_dict\n",
    }
    assert sight(tmp_path, detect, files) == "ml_collections used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "ml-collections\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "ml_collections not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "# import ml_collections\nchoice = \"ml_collections\"\nprint('import ml_collections')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
