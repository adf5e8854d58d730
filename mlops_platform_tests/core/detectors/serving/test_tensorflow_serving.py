from pathlib import Path

from mlops_platform.core.detectors.serving.tensorflow_serving import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_image_is_use(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM tensorflow/serving:2.14.0\n",
    }
    assert sight(tmp_path, detect, files) == "tensorflow serving used: Dockerfile:1"


def test_a_client_serves_nothing(tmp_path: Path) -> None:
    files = {
        "client.py": "from tensorflow_serving.apis import predict_pb2\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_image_is_something_else(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM tensorflow/tensorflow:2.14.0\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
