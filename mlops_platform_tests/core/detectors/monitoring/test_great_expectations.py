from pathlib import Path

from mlops_platform.core.detectors.monitoring.great_expectations import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "import great_expectations as gx\n",
    }
    assert sight(tmp_path, detect, files) == "great expectations used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "great-expectations\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "great expectations not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "# import great_expectations\n"
            'choice = "great_expectations"\n'
            "print('import great_expectations')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_its_project_file_is_use(tmp_path: Path) -> None:
    files = {
        "gx/great_expectations.yml": "config_version: 3\n",
    }
    assert sight(tmp_path, detect, files) == "great expectations used: gx/great_expectations.yml"
