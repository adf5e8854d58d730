from pathlib import Path

from mlops_platform.core.detectors.pipelines.azure_devops import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_pipeline_that_trains_is_use(tmp_path: Path) -> None:
    files = {
        "azure-pipelines.yml": "steps:\n- script: python train.py\n",
        "train.py": "import torch\n",
    }
    assert sight(tmp_path, detect, files) == "azure devops used: azure-pipelines.yml:2"


def test_a_build_alone_is_no_pipeline(tmp_path: Path) -> None:
    files = {
        "azure-pipelines.yml": "steps:\n- script: pytest\n",
        "train.py": "import torch\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_training_in_another_ci_is_something_else(tmp_path: Path) -> None:
    files = {
        ".github/workflows/ci.yml": (
            "on: push\n"
            "jobs:\n"
            "  train:\n"
            "    runs-on: ubuntu-latest\n"
            "    steps:\n"
            "    - run: python train.py\n"
        ),
        "train.py": "import torch\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
