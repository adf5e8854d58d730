from pathlib import Path

from mlops_platform.core.detectors.serving.aiohttp import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_application_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "app.py": ("from aiohttp import web\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "aiohttp used: app.py:1"


def test_its_client_serves_nothing(tmp_path: Path) -> None:
    files = {
        "fetch.py": ("import aiohttp\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
        "requirements.txt": "aiohttp\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_declaration_tells_nothing(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "aiohttp\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "aiohttp.py": "rows = []\n",
        "train.py": (
            "from aiohttp import web\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
