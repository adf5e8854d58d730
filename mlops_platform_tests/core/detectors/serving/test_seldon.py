from pathlib import Path

from mlops_platform.core.detectors.serving.seldon import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_object_is_use(tmp_path: Path) -> None:
    files = {
        "k8s/model.yaml": ("apiVersion: machinelearning.seldon.io/v1\nkind: SeldonDeployment\n"),
    }
    assert sight(tmp_path, detect, files) == "seldon used: k8s/model.yaml:2"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "seldon-core\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "seldon not used (declared only): requirements.txt:1"


def test_another_object_is_something_else(tmp_path: Path) -> None:
    files = {
        "k8s/model.yaml": ("apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: seldon\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
