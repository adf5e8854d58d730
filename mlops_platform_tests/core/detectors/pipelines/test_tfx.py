from pathlib import Path

from mlops_platform.core.detectors.pipelines.tfx import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from tfx import v1 as tfx\n",
    }
    assert sight(tmp_path, detect, files) == "tfx used: flow.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "tfx\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "tfx not used (declared only): requirements.txt:1"


def test_an_installed_copy_is_not_the_projects_own(tmp_path: Path) -> None:
    files = {
        "venv/lib/site-packages/tfx/it.py": "from tfx import v1 as tfx\n",
        "venv/pyvenv.cfg": "home = /usr\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
