from pathlib import Path

from mlops_platform.core.detectors.configuration.pydantic_settings import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from pydantic_settings import BaseSettings\n",
    }
    assert sight(tmp_path, detect, files) == "pydantic-settings used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pydantic-settings\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "pydantic-settings not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "# import pydantic_settings\n"
            'choice = "pydantic_settings"\n'
            "print('import pydantic_settings')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_its_place_in_the_old_pydantic_is_use(tmp_path: Path) -> None:
    files = {
        "settings.py": "from pydantic import BaseSettings\n",
    }
    assert sight(tmp_path, detect, files) == "pydantic-settings used: settings.py:1"


def test_pydantic_alone_is_something_else(tmp_path: Path) -> None:
    files = {
        "settings.py": "from pydantic import BaseModel\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
