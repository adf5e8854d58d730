from pathlib import Path

from mlops_platform.core.detectors.configuration.toml import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_settings_file_of_the_training_is_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": ("import sklearn.svm\nimport toml\n\nsettings = toml.load('params.toml')\n"),
        "params.toml": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "toml used: train.py:4"


def test_a_settings_file_of_a_tool_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn.svm\n",
        "pyproject.toml": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_file_that_the_repository_does_not_hold_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": ("import sklearn.svm\nimport toml\n\nsettings = toml.load('params.toml')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_scripts_file_is_none(tmp_path: Path) -> None:
    files = {
        "pages.py": "import toml\n\nsettings = toml.load('params.toml')\n",
        "params.toml": "{}\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
