from pathlib import Path

from mlops_platform.core.detectors.pipelines.azureml_pipelines import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "flow.py": "from azureml.pipeline.core import Pipeline\n",
    }
    assert sight(tmp_path, detect, files) == "azureml pipelines used: flow.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "azureml-pipeline\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "azureml pipelines not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import azureml\nchoice = \"azureml\"\nprint('import azureml')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_azureml_without_pipelines_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "from azureml.core import Run\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
