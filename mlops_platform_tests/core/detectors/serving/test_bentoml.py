from pathlib import Path

import pytest

from mlops_platform.core.detectors.serving.bentoml import detect
from mlops_platform_tests.core.detectors.sightings import sight


@pytest.mark.parametrize(
    "source",
    [
        "import bentoml\nsvc = bentoml.Service('a')\n",
        "import bentoml\n@bentoml.service\nclass A:\n    name = 'a'\n",
        "from bentoml.io import JSON\n",
        "from bentoml import BentoService\nclass A(BentoService): ...\n",
    ],
)
def test_a_service_is_use(tmp_path: Path, source: str) -> None:
    assert sight(tmp_path, detect, {"service.py": source}) == "bentoml used: service.py:1"


def test_its_store_of_models_serves_nothing(tmp_path: Path) -> None:
    files = {
        "train.py": "import bentoml\nbentoml.sklearn.save_model('a', 1)\n",
        "requirements.txt": "bentoml\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_its_service_file_is_use(tmp_path: Path) -> None:
    files = {
        "bentofile.yaml": "service: service:svc\n",
    }
    assert sight(tmp_path, detect, files) == "bentoml used: bentofile.yaml"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "bentoml\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "bentoml not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import bentoml\nchoice = \"bentoml\"\nprint('import bentoml')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
