from pathlib import Path

from mlops_platform.core.detectors.serving.dash import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_application_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "app.py": ("from dash import Dash\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "dash used: app.py:1"


def test_a_model_behind_a_local_module_is_served(tmp_path: Path) -> None:
    files = {
        "api/app.py": "from dash import Dash\nfrom api.scoring import score\n",
        "api/scoring.py": "def score(model, rows):\n    return model.predict(rows)\n",
    }
    assert sight(tmp_path, detect, files) == "dash used: api/app.py:1"


def test_an_application_without_a_model_serves_none(tmp_path: Path) -> None:
    files = {
        "app.py": "from dash import Dash\n",
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "dash\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "dash\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "dash not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "dash.py": "rows = []\n",
        "train.py": ("from dash import Dash\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
