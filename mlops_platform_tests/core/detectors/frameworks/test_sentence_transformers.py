from pathlib import Path

from mlops_platform.core.detectors.frameworks.sentence_transformers import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from sentence_transformers import SentenceTransformer\n",
    }
    assert sight(tmp_path, detect, files) == "sentence-transformers used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "sentence-transformers\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "sentence-transformers not used (declared only): requirements.txt:1"
    )


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "# import sentence_transformers\n"
            'choice = "sentence_transformers"\n'
            "print('import sentence_transformers')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
