from pathlib import Path

from mlops_platform.core.detectors.containers.devcontainer import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        ".devcontainer/devcontainer.json": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "devcontainer used: .devcontainer/devcontainer.json"


def test_no_settings_are_none(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM python\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_container_is_something_else(tmp_path: Path) -> None:
    files = {
        "container.json": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
