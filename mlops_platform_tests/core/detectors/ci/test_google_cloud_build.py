from pathlib import Path

from mlops_platform.core.detectors.ci.google_cloud_build import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_pipeline_file_is_use(tmp_path: Path) -> None:
    files = {
        "cloudbuild.yaml": "steps:\n- name: python\n",
    }
    assert sight(tmp_path, detect, files) == "google cloud build used: cloudbuild.yaml"


def test_no_pipeline_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_file_elsewhere_is_something_else(tmp_path: Path) -> None:
    files = {
        "build.yaml": "a: 1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
