from pathlib import Path

from mlops_platform.core.detectors.data_versioning.iceberg import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from pyiceberg.catalog import load_catalog\n",
    }
    assert sight(tmp_path, detect, files) == "iceberg used: flow.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pyiceberg\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "iceberg not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import pyiceberg\nchoice = \"pyiceberg\"\nprint('import pyiceberg')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
