from pathlib import Path

from mlops_platform.core.detectors.pipelines.vertex_pipelines import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_job_is_use(tmp_path: Path) -> None:
    files = {
        "run.py": (
            "from google.cloud import aiplatform\n\naiplatform.PipelineJob(display_name='train')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "vertex pipelines used: run.py:3"


def test_the_sdk_alone_is_something_else(tmp_path: Path) -> None:
    files = {
        "run.py": "from google.cloud import aiplatform\n\naiplatform.init()\n",
        "requirements.txt": "google-cloud-aiplatform\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_class_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "run.py": "from jobs import PipelineJob\n\nPipelineJob()\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
