from pathlib import Path

from mlops_platform.core.detectors.serving.starlette import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_application_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "app.py": (
            "from starlette.applications import Starlette\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "starlette used: app.py:1"


def test_its_parts_beside_fastapi_are_something_else(tmp_path: Path) -> None:
    files = {
        "app.py": (
            "import fastapi\n"
            "from starlette.requests import Request\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
        ),
        "requirements.txt": "starlette\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_declaration_tells_nothing(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "starlette\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "starlette.py": "rows = []\n",
        "train.py": (
            "from starlette.applications import Starlette\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
