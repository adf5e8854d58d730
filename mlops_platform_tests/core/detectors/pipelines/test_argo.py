from pathlib import Path

from mlops_platform.core.detectors.pipelines.argo import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_workflow_is_use(tmp_path: Path) -> None:
    files = {
        "k8s/train.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n",
    }
    assert sight(tmp_path, detect, files) == "argo used: k8s/train.yaml:2"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "hera\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "argo not used (declared only): requirements.txt:1"


def test_argo_cd_is_something_else(tmp_path: Path) -> None:
    files = {
        "k8s/app.yaml": "apiVersion: argoproj.io/v1alpha1\nkind: Application\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
