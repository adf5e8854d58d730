from pathlib import Path

from mlops_platform.core.detectors.containers.singularity import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_definition_is_use(tmp_path: Path) -> None:
    files = {
        "Singularity": "Bootstrap: docker\n",
    }
    assert sight(tmp_path, detect, files) == "singularity used: Singularity"


def test_no_definition_is_none(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM python\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "singularity.py": "x = 1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
