from pathlib import Path

from mlops_platform.core.detectors.pipelines.dvc import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_stage_is_use(tmp_path: Path) -> None:
    files = {
        "dvc.yaml": "stages:\n  train:\n    cmd: python train.py\n",
    }
    assert sight(tmp_path, detect, files) == "dvc used: dvc.yaml:3"


def test_versioned_files_are_no_pipeline(tmp_path: Path) -> None:
    files = {
        "data.csv.dvc": "outs:\n- path: data.csv\n",
        "requirements.txt": "dvc\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_metrics_without_stages_are_no_pipeline(tmp_path: Path) -> None:
    files = {
        "dvc.yaml": "metrics:\n- metrics.json\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
