from pathlib import Path

from mlops_platform.core.detectors.trackers.mlflow import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import mlflow\n",
    }
    assert sight(tmp_path, detect, files) == "mlflow used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "mlflow\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "mlflow not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "mlflow.py": "rows = []\n",
        "train.py": "import mlflow\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_recording_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import mlflow\n\nmlflow.log_metric('f1', 0.5)\n",
    }
    assert sight(tmp_path, detect, files) == "mlflow used: train.py:1"


def test_a_client_that_records_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "from mlflow import MlflowClient\n"
            "\n"
            "client = MlflowClient()\n"
            "client.log_metric('r', 'f1', 0.5)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "mlflow used: train.py:1"


def test_loading_a_model_tracks_nothing(tmp_path: Path) -> None:
    files = {
        "app.py": (
            "import mlflow\n"
            "\n"
            "mlflow.set_tracking_uri('http://127.0.0.1')\n"
            "model = mlflow.pyfunc.load_model('models:/m/1')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_lightning_logger_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from lightning.pytorch.loggers import MLFlowLogger\n",
    }
    assert sight(tmp_path, detect, files) == "mlflow used: train.py:1"


def test_tests_alone_track_nothing(tmp_path: Path) -> None:
    files = {
        "tests/test_it.py": "import mlflow\n\n\ndef test_it():\n    assert mlflow\n",
    }
    assert sight(tmp_path, detect, files) == "mlflow not used (in tests only): tests/test_it.py:1"
