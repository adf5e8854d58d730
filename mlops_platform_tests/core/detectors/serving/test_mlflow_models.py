from pathlib import Path

from mlops_platform.core.detectors.serving.mlflow_models import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_target_that_serves_is_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "serve:\n\tmlflow models serve -m models:/m/1\n",
    }
    assert sight(tmp_path, detect, files) == "mlflow models serve used: Makefile:2"


def test_a_command_of_the_readme_is_documentation(tmp_path: Path) -> None:
    files = {
        "README.md": "# Wine\n\n```sh\nmlflow models serve -m models:/m/1\n```\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "mlflow models serve not used (in documentation only): README.md:4"
    )


def test_the_tracking_server_is_something_else(tmp_path: Path) -> None:
    files = {
        "Makefile": "ui:\n\tmlflow server --port 5000\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
