from pathlib import Path

from mlops_platform.core.detectors.pipelines.hydra_sweeper import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_chosen_sweeper_is_use(tmp_path: Path) -> None:
    files = {
        "config/main.yaml": "defaults:\n  - model: mlp\n  - override hydra/sweeper: optuna\n",
    }
    assert sight(tmp_path, detect, files) == "hydra sweeper used: config/main.yaml:3"


def test_hydra_without_a_sweeper_is_none(tmp_path: Path) -> None:
    files = {
        "config/main.yaml": "defaults:\n  - model: mlp\n",
        "train.py": "import hydra\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_comment_is_none(tmp_path: Path) -> None:
    files = {
        "config/main.yaml": "# - override hydra/sweeper: optuna\nseed: 1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
