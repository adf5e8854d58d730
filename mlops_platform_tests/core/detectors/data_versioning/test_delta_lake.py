from pathlib import Path

from mlops_platform.core.detectors.data_versioning.delta_lake import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from deltalake import DeltaTable\n",
    }
    assert sight(tmp_path, detect, files) == "delta lake used: flow.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "deltalake\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "delta lake not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import deltalake\nchoice = \"deltalake\"\nprint('import deltalake')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_local_delta_is_something_else(tmp_path: Path) -> None:
    files = {
        "delta.py": "tables = []\n",
        "etl.py": "import delta\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
