from pathlib import Path

from mlops_platform.core.detectors.pipelines.spacy_projects import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_project_file_is_use(tmp_path: Path) -> None:
    files = {
        "project.yml": "workflows: {}\n",
        "score.py": "import spacy\n",
    }
    assert sight(tmp_path, detect, files) == "spacy projects used: project.yml"


def test_a_project_file_of_something_else_is_none(tmp_path: Path) -> None:
    files = {
        "project.yml": "a: 1\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_spacy_alone_is_no_pipeline(tmp_path: Path) -> None:
    files = {
        "train.py": "import spacy\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
