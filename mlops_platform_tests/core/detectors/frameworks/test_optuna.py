from pathlib import Path

from mlops_platform.core.detectors.frameworks.optuna import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {"search.py": "import optuna\n"}
    assert sight(tmp_path, detect, files) == "optuna used: search.py:1"


def test_the_sweeper_of_hydra_is_use(tmp_path: Path) -> None:
    files = {"config/main.yaml": "defaults:\n  - override hydra/sweeper: optuna\n"}
    assert sight(tmp_path, detect, files) == "optuna used: config/main.yaml:2"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {"requirements.txt": "hydra-optuna-sweeper\n"}
    assert sight(tmp_path, detect, files) == "optuna not used (declared only): requirements.txt:1"


def test_another_sweeper_is_something_else(tmp_path: Path) -> None:
    files = {"config/main.yaml": "defaults:\n  - override hydra/sweeper: ax\nsearch: optuna\n"}
    assert sight(tmp_path, detect, files) == "nothing"
