from pathlib import Path

from mlops_platform.core.detectors.quality_tools.type_stubs import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_mark_is_use(tmp_path: Path) -> None:
    files = {
        "src/p/__init__.py": "",
        "src/p/py.typed": "",
    }
    assert sight(tmp_path, detect, files) == "type stubs used: src/p/py.typed"


def test_no_stubs_are_none(tmp_path: Path) -> None:
    files = {
        "src/p/__init__.py": "x: int = 1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_an_installed_copy_is_not_the_projects_own(tmp_path: Path) -> None:
    files = {
        "venv/lib/site-packages/numpy/it.py": "",
        "venv/pyvenv.cfg": "home = /usr\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
