from pathlib import Path

from mlops_platform.core.detectors.configuration.yaml import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_settings_file_of_the_training_is_configuration(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\nimport yaml\n\nparams = yaml.safe_load(open('params.yaml'))\n"
        ),
        "params.yaml": "depth: 3\n",
    }
    assert sight(tmp_path, detect, files) == "yaml used: train.py:4"


def test_a_path_from_the_command_line_will_do(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\nimport sys\nimport yaml\n\nparams = yaml.safe_load(sys.argv[1])\n"
        ),
        "configs/small.yaml": "depth: 3\n",
    }
    assert sight(tmp_path, detect, files) == "yaml used: train.py:5"


def test_a_module_of_settings_that_the_training_imports_will_do(tmp_path: Path) -> None:
    files = {
        "config.py": "import yaml\n\n\ndef load():\n    return yaml.safe_load(open('p.yaml'))\n",
        "steps.py": "import config\n",
        "train.py": "import sklearn.svm\nimport steps\n",
        "site.py": "import yaml\n\nyaml.safe_load(open('p.yaml'))\n",
        "p.yaml": "depth: 3\n",
    }
    assert sight(tmp_path, detect, files) == "yaml used: config.py:5"


def test_files_of_tools_are_none(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\nimport yaml\n\nparams = yaml.safe_load(open('params.yaml'))\n"
        ),
        "docker-compose.yml": "services: {}\n",
        ".github/workflows/ci.yml": "on: push\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_hydra_is_said_in_its_place(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import sklearn.svm\n"
            "import hydra\n"
            "import yaml\n"
            "\n"
            "params = yaml.safe_load(open('params.yaml'))\n"
        ),
        "params.yaml": "depth: 3\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_another_scripts_file_is_none(tmp_path: Path) -> None:
    files = {
        "pages.py": "import yaml\n\nparams = yaml.safe_load(open('params.yaml'))\n",
        "params.yaml": "a: 1\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
