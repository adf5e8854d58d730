from pathlib import Path

from mlops_platform.core.detectors.serving.kserve import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_object_is_use(tmp_path: Path) -> None:
    files = {
        "k8s/model.yaml": "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\n",
    }
    assert sight(tmp_path, detect, files) == "kserve used: k8s/model.yaml:2"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "kserve\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "kserve not used (declared only): requirements.txt:1"


def test_knative_is_something_else(tmp_path: Path) -> None:
    files = {
        "k8s/app.yaml": "apiVersion: serving.knative.dev/v1\nkind: Service\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
