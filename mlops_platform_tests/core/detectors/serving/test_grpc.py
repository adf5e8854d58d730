from pathlib import Path

from mlops_platform.core.detectors.serving.grpc import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_server_that_loads_a_model_serves_it(tmp_path: Path) -> None:
    files = {
        "server.py": (
            "import grpc\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
            "server = grpc.server(None)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "grpc used: server.py:5"


def test_a_server_without_a_model_serves_none(tmp_path: Path) -> None:
    files = {
        "server.py": "import grpc\n\nserver = grpc.server(None)\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_client_serves_nothing(tmp_path: Path) -> None:
    files = {
        "client.py": (
            "import grpc\n"
            "import joblib\n"
            "\n"
            "model = joblib.load('model.pkl')\n"
            "grpc.insecure_channel('x')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
