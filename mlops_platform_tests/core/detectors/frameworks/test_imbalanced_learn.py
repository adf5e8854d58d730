from pathlib import Path

from mlops_platform.core.detectors.frameworks.imbalanced_learn import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from imblearn.over_sampling import SMOTE\n",
    }
    assert sight(tmp_path, detect, files) == "imbalanced-learn used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "imbalanced-learn\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "imbalanced-learn not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import imblearn\nchoice = \"imblearn\"\nprint('import imblearn')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
