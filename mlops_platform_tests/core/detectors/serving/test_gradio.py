from pathlib import Path

from mlops_platform.core.detectors.serving.gradio import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_application_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "app.py": ("import gradio as gr\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "gradio used: app.py:1"


def test_a_model_behind_a_local_module_is_served(tmp_path: Path) -> None:
    files = {
        "api/app.py": "import gradio as gr\nfrom api.scoring import score\n",
        "api/scoring.py": "def score(model, rows):\n    return model.predict(rows)\n",
    }
    assert sight(tmp_path, detect, files) == "gradio used: api/app.py:1"


def test_an_application_without_a_model_serves_none(tmp_path: Path) -> None:
    files = {
        "app.py": "import gradio as gr\n",
        "train.py": "import sklearn.svm\n",
        "requirements.txt": "gradio\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "gradio\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "gradio not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "gradio.py": "rows = []\n",
        "train.py": ("import gradio as gr\nimport joblib\n\nmodel = joblib.load('model.pkl')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
