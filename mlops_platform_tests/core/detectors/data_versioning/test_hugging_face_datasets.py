from pathlib import Path

from mlops_platform.core.detectors.data_versioning.hugging_face_datasets import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_fixed_revision_is_use(tmp_path: Path) -> None:
    files = {
        "data.py": ("from datasets import load_dataset\n\nload_dataset('glue', revision='a1b2')\n"),
    }
    assert sight(tmp_path, detect, files) == "hugging face datasets used: data.py:3"


def test_the_newest_data_are_no_version(tmp_path: Path) -> None:
    files = {
        "data.py": "from datasets import load_dataset\n\nload_dataset('glue')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_function_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "data.py": ("from ours import load_dataset\n\nload_dataset('glue', revision='a1b2')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"
