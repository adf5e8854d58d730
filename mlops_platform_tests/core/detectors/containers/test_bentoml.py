from pathlib import Path

from mlops_platform.core.detectors.containers.bentoml import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_call_that_builds_an_image_is_use(tmp_path: Path) -> None:
    files = {"deploy.py": "import bentoml\nbentoml.container.build(bento_tag='m')\n"}
    assert sight(tmp_path, detect, files) == "bentoml used: deploy.py:2"


def test_a_command_that_builds_an_image_is_use(tmp_path: Path) -> None:
    files = {"Makefile": "image:\n\tbentoml containerize m:latest\n"}
    assert sight(tmp_path, detect, files) == "bentoml used: Makefile:2"


def test_a_service_alone_is_no_image(tmp_path: Path) -> None:
    files = {"service.py": "import bentoml\nsvc = bentoml.Service('m')\n"}
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_container_of_another_kind_is_something_else(tmp_path: Path) -> None:
    files = {"pages.py": "import streamlit as st\nst.container.build()\n"}
    assert sight(tmp_path, detect, files) == "nothing"
