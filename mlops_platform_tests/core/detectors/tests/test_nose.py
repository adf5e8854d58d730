from pathlib import Path

from mlops_platform.core.detectors.tests.nose import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "tests/test_sum.py": (
            "from nose.tools import eq_\n\n\ndef test_sum():\n    eq_(1 + 1, 2)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nose used: tests/test_sum.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "nose\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nose not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "nose.py": "rows = []\n",
        "train.py": "import nose\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
