from pathlib import Path

from mlops_platform.core.detectors.configuration.kedro_parameters import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_parameters_are_configuration(tmp_path: Path) -> None:
    files = {
        "conf/base/parameters.yml": "a: 1\n",
        "pyproject.toml": "[tool.kedro]\npackage_name = 'p'\n",
    }
    assert sight(tmp_path, detect, files) == "kedro parameters used: conf/base/parameters.yml"


def test_that_folder_without_kedro_is_something_else(tmp_path: Path) -> None:
    files = {
        "conf/base/parameters.yml": "a: 1\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_kedro_without_that_folder_is_none(tmp_path: Path) -> None:
    files = {
        "nodes.py": "import kedro.pipeline\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
