from pathlib import Path

from mlops_platform.core.detectors.tests.hypothesis import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "tests/test_sum.py": (
            "from hypothesis import given\n\n\ndef test_sum():\n    assert 1 + 1 == 2\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "hypothesis used: tests/test_sum.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "hypothesis\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "hypothesis not used (declared only): requirements.txt:1"
    )


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "hypothesis.py": "rows = []\n",
        "train.py": "import hypothesis\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
