from pathlib import Path

from mlops_platform.core.detectors.configuration.sacred import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_configuration_function_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "from sacred import Experiment\n"
            "\n"
            "ex = Experiment()\n"
            "\n"
            "\n"
            "@ex.config\n"
            "def settings():\n"
            "    depth = 3\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "sacred used: train.py:7"


def test_an_experiment_without_settings_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "from sacred import Experiment\n\nex = Experiment()\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_experiment_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": ("from ours import Experiment\n\nex = Experiment()\nex.add_config({})\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
