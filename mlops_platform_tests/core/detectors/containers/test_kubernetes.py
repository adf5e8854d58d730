from pathlib import Path

from mlops_platform.core.detectors.containers.kubernetes import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_workload_is_use(tmp_path: Path) -> None:
    files = {
        "k8s/app.yaml": "apiVersion: apps/v1\nkind: Deployment\n",
    }
    assert sight(tmp_path, detect, files) == "kubernetes used: k8s/app.yaml:2"


def test_no_workload_is_none(tmp_path: Path) -> None:
    files = {
        "k8s/notes.yaml": "kind: Deployment\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_second_document_of_a_file_counts(tmp_path: Path) -> None:
    files = {
        "k8s/all.yaml": ("apiVersion: v1\nkind: ConfigMap\n---\napiVersion: batch/v1\nkind: Job\n"),
    }
    assert sight(tmp_path, detect, files) == "kubernetes used: k8s/all.yaml:5"


def test_settings_that_look_alike_are_something_else(tmp_path: Path) -> None:
    files = {
        "kustomization.yaml": (
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
