from pathlib import Path

from mlops_platform.core.detectors.monitoring.nannyml import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "import nannyml as nml\n",
    }
    assert sight(tmp_path, detect, files) == "nannyml used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "nannyml\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nannyml not used (declared only): requirements.txt:1"


def test_an_installed_copy_is_not_the_projects_own(tmp_path: Path) -> None:
    files = {
        "venv/lib/site-packages/nannyml/it.py": "import nannyml as nml\n",
        "venv/pyvenv.cfg": "home = /usr\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
