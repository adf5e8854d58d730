from pathlib import Path

from mlops_platform.core.detectors.frameworks.tabnet import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from pytorch_tabnet.tab_model import TabNetClassifier\n",
    }
    assert sight(tmp_path, detect, files) == "tabnet used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pytorch-tabnet\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "tabnet not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "# import pytorch_tabnet\nchoice = \"pytorch_tabnet\"\nprint('import pytorch_tabnet')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
