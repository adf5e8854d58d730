from pathlib import Path

from mlops_platform.core.detectors.containers.dockerfile import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_dockerfile_is_use(tmp_path: Path) -> None:
    files = {
        "docker/Dockerfile.gpu": "FROM python:3.11\n",
    }
    assert sight(tmp_path, detect, files) == "dockerfile used: docker/Dockerfile.gpu"


def test_no_dockerfile_is_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import docker\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_page_about_it_is_something_else(tmp_path: Path) -> None:
    files = {
        "Dockerfile.md": "# Dockerfile\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_an_installed_dockerfile_is_not_the_projects_own(tmp_path: Path) -> None:
    files = {
        "node_modules/x/Dockerfile": "FROM node\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
