from pathlib import Path

from mlops_platform.core.detectors.serving.aws_lambda import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_handler_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "handler.py": (
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
            "\n"
            "\n"
            "def lambda_handler(event, context):\n"
            "    return model.predict(event)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "aws lambda used: handler.py:6"


def test_a_handler_without_a_model_serves_none(tmp_path: Path) -> None:
    files = {
        "handler.py": "def lambda_handler(event, context):\n    return {}\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_function_is_no_handler(tmp_path: Path) -> None:
    files = {
        "app.py": (
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
            "\n"
            "\n"
            "def lambda_handler(rows):\n"
            "    return model.predict(rows)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
