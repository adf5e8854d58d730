from pathlib import Path

from mlops_platform.core.detectors.ci.gitlab_ci import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_pipeline_file_is_use(tmp_path: Path) -> None:
    files = {
        ".gitlab-ci.yml": "test:\n  script: pytest\n",
    }
    assert sight(tmp_path, detect, files) == "gitlab ci used: .gitlab-ci.yml"


def test_no_pipeline_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_file_elsewhere_is_something_else(tmp_path: Path) -> None:
    files = {
        "gitlab-ci.md": "a: 1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
