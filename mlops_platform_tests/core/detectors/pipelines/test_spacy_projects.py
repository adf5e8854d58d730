from pathlib import Path

from mlops_platform.core.detectors.pipelines.spacy_projects import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_scripts_of_a_project_are_use(tmp_path: Path) -> None:
    files = {"project.yml": "commands:\n  - name: train\n    script:\n      - spacy train a.cfg\n"}
    assert sight(tmp_path, detect, files) == "spacy projects used: project.yml:4"


def test_a_project_file_without_scripts_is_another_tools(tmp_path: Path) -> None:
    files = {"project.yml": "name: site\ncommands: {build: make}\n", "a.py": "import spacy\n"}
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_project_in_a_test_is_no_use(tmp_path: Path) -> None:
    files = {"tests/data/project.yml": "commands:\n  - name: a\n    script: [spacy train a.cfg]\n"}
    assert sight(tmp_path, detect, files) == "nothing"
