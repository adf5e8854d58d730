from pathlib import Path

from mlops_platform.core.detectors.serving.ray_serve import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "serve.py": "from ray import serve\n",
    }
    assert sight(tmp_path, detect, files) == "ray serve used: serve.py:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import ray\nchoice = \"ray\"\nprint('import ray')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_ray_without_serve_is_something_else(tmp_path: Path) -> None:
    files = {
        "work.py": "import ray\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_its_declaration_does_not_say_serve(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "ray\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
