from pathlib import Path

from mlops_platform.core.detectors.trackers.azureml_run_metrics import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_logging_to_the_run_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "from azureml.core.run import Run\n\nrun = Run.get_context()\nrun.log('mse', 0.1)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "azureml run metrics used: train.py:4"


def test_a_run_that_is_only_read_tracks_nothing(tmp_path: Path) -> None:
    files = {
        "score.py": (
            "from azureml.core.run import Run\n\nrun = Run.get_context()\nprint(run.id)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_log_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import math\n\nmath.log(math.pi)\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
