from pathlib import Path

from mlops_platform.core.detectors.serving.tornado import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_application_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "app.py": ("import tornado.web\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "tornado used: app.py:1"


def test_its_event_loop_serves_nothing(tmp_path: Path) -> None:
    files = {
        "loop.py": ("import tornado.ioloop\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_declaration_tells_nothing(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "tornado\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "tornado.py": "rows = []\n",
        "train.py": ("import tornado.web\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
