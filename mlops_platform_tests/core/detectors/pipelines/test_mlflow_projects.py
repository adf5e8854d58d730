from pathlib import Path

from mlops_platform.core.detectors.pipelines.mlflow_projects import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_project_file_is_use(tmp_path: Path) -> None:
    files = {
        "MLproject": ("name: wine\nentry_points:\n  main:\n    command: python train.py\n"),
    }
    assert sight(tmp_path, detect, files) == "mlflow projects used: MLproject"


def test_mlflow_alone_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import mlflow\n",
        "requirements.txt": "mlflow\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_page_about_it_is_something_else(tmp_path: Path) -> None:
    files = {
        "docs/MLproject.md": "# MLproject\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
