from pathlib import Path

from mlops_platform.core.detectors.ci.buildkite import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_pipeline_file_is_use(tmp_path: Path) -> None:
    files = {
        ".buildkite/pipeline.yml": "steps:\n- command: pytest\n",
    }
    assert sight(tmp_path, detect, files) == "buildkite used: .buildkite/pipeline.yml"


def test_no_pipeline_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_file_elsewhere_is_something_else(tmp_path: Path) -> None:
    files = {
        "kite.yml": "a: 1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
