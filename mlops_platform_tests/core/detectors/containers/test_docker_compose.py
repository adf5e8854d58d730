from pathlib import Path

from mlops_platform.core.detectors.containers.docker_compose import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_compose_file_is_use(tmp_path: Path) -> None:
    files = {
        "docker-compose.yml": "services:\n  app:\n    build: .\n",
    }
    assert sight(tmp_path, detect, files) == "docker compose used: docker-compose.yml"


def test_images_of_others_are_told_apart(tmp_path: Path) -> None:
    files = {
        "compose.yml": "services:\n  db:\n    image: postgres\n",
    }
    expected = "docker compose used (ready-made images only): compose.yml"
    assert sight(tmp_path, detect, files) == expected


def test_no_compose_file_is_none(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM python\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_compose_of_music_is_something_else(tmp_path: Path) -> None:
    files = {
        "songs/composer.yml": "name: bach\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
