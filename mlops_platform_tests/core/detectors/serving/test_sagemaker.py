from pathlib import Path

from mlops_platform.core.detectors.serving.sagemaker import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_inference_script_is_use(tmp_path: Path) -> None:
    files = {
        "inference.py": (
            "def model_fn(folder):\n"
            "    return folder\n"
            "\n"
            "\n"
            "def predict_fn(rows, model):\n"
            "    return model.predict(rows)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "sagemaker used: inference.py:1"


def test_deploying_a_model_is_use(tmp_path: Path) -> None:
    files = {
        "run.py": (
            "from sagemaker.pytorch import PyTorchModel\n\nmodel = PyTorchModel()\nmodel.deploy()\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "sagemaker used: run.py:4"


def test_another_deployment_is_something_else(tmp_path: Path) -> None:
    files = {
        "run.py": "import boto3\n\nstack.deploy()\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_model_function_alone_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "def model_fn(features, labels):\n    return features\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_training_job_serves_nothing(tmp_path: Path) -> None:
    files = {
        "run.py": "from sagemaker.pytorch import PyTorch\n",
        "requirements.txt": "sagemaker\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
