from pathlib import Path

from mlops_platform.core.detectors.serving.azureml_scoring_script import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_init_and_run_with_a_model_serve_it(tmp_path: Path) -> None:
    files = {
        "score.py": (
            "import os\n"
            "\n"
            "import joblib\n"
            "\n"
            "\n"
            "def init():\n"
            "    global model\n"
            "    model = joblib.load(os.getenv('AZUREML_MODEL_DIR'))\n"
            "\n"
            "\n"
            "def run(data):\n"
            "    return model.predict(data)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "azureml scoring script used: score.py:11"


def test_init_and_run_of_something_else_serve_none(tmp_path: Path) -> None:
    files = {
        "game.py": (
            "import joblib\n"
            "\n"
            "\n"
            "def init():\n"
            "    return joblib.load('model.pkl')\n"
            "\n"
            "\n"
            "def run(data):\n"
            "    return data\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_run_without_init_serves_none(tmp_path: Path) -> None:
    files = {
        "score.py": (
            "import os\n"
            "\n"
            "import joblib\n"
            "\n"
            "\n"
            "def start():\n"
            "    global model\n"
            "    model = joblib.load(os.getenv('AZUREML_MODEL_DIR'))\n"
            "\n"
            "\n"
            "def run(data):\n"
            "    return model.predict(data)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
