from pathlib import Path

from mlops_platform.core.detectors.configuration.python_config_file import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_module_of_settings_that_training_imports_is_configuration(tmp_path: Path) -> None:
    files = {
        "src/config.py": "ROWS = 'data.csv'\n",
        "src/train.py": "import sklearn.svm\nimport config\n",
    }
    assert sight(tmp_path, detect, files) == "python config file used: src/config.py"


def test_settings_that_training_executes_are_configuration(tmp_path: Path) -> None:
    files = {
        "config/small.py": "depth = 3\n",
        "train.py": "import torch\n\nexec(open('configurator.py').read())\n",
    }
    assert sight(tmp_path, detect, files) == "python config file used: config/small.py"


def test_classes_of_a_settings_library_are_said_of_it(tmp_path: Path) -> None:
    files = {
        "settings.py": (
            "from pydantic_settings import BaseSettings\n"
            "\n"
            "\n"
            "class Settings(BaseSettings):\n"
            "    depth: int = 3\n"
        ),
        "train.py": "import sklearn.svm\nimport settings\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_module_with_functions_is_code(tmp_path: Path) -> None:
    files = {
        "config.py": "def rows():\n    return 3\n",
        "train.py": "import sklearn.svm\nimport config\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_settings_of_a_web_application_are_none(tmp_path: Path) -> None:
    files = {
        "config.py": "PORT = 80\n",
        "app.py": "import config\n",
        "train.py": "import sklearn.svm\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
