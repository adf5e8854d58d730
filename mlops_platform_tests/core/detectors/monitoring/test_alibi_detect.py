from pathlib import Path

from mlops_platform.core.detectors.monitoring.alibi_detect import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "from alibi_detect.cd import KSDrift\n",
    }
    assert sight(tmp_path, detect, files) == "alibi-detect used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "alibi-detect\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "alibi-detect not used (declared only): requirements.txt:1"
    )


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import alibi_detectors_of_ours\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
