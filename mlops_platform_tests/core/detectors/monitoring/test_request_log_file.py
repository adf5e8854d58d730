from pathlib import Path

from mlops_platform.core.detectors.monitoring.request_log_file import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_service_that_logs_to_a_file_is_watched(tmp_path: Path) -> None:
    files = {
        "app.py": (
            "import logging\n"
            "\n"
            "import fastapi\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
            "logging.basicConfig(filename='requests.log')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "request log file used: app.py:7"


def test_a_log_on_the_screen_is_none(tmp_path: Path) -> None:
    files = {
        "app.py": (
            "import logging\n"
            "\n"
            "import fastapi\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
            "logging.basicConfig(level='INFO')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_log_of_training_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import logging\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
            "logging.basicConfig(filename='train.log')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
