from pathlib import Path

from mlops_platform.core.detectors.pipelines.sagemaker_pipelines import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from sagemaker.workflow.pipeline import Pipeline\n",
        "new.py": "from sagemaker.mlops.workflow.pipeline import Pipeline\n",
    }
    assert sight(tmp_path, detect, files) == "sagemaker pipelines used: flow.py:1 new.py:1"


def test_the_sdk_without_pipelines_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import sagemaker\n",
        "requirements.txt": "sagemaker\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import sagemaker\nchoice = \"sagemaker\"\nprint('import sagemaker')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
