from pathlib import Path

from mlops_platform.core.detectors.frameworks.scikit_learn import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from sklearn.svm import SVC\n",
    }
    assert sight(tmp_path, detect, files) == "scikit-learn used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "scikit-learn\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "scikit-learn not used (declared only): requirements.txt:1"
    )


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import sklearn_pandas\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_use_in_tests_alone_counts_and_is_said(tmp_path: Path) -> None:
    files = {
        "tests/test_trees.py": (
            "from sklearn.metrics import f1_score\n"
            "\n"
            "\n"
            "def test_f1():\n"
            "    assert f1_score([1], [1]) == 1\n"
        ),
    }
    assert (
        sight(tmp_path, detect, files) == "scikit-learn used (in tests only): tests/test_trees.py:1"
    )


def test_the_first_line_of_each_file_is_shown_source_before_tests(tmp_path: Path) -> None:
    files = {
        "tests/test_it.py": "import sklearn\n",
        "zoo.py": "import os\nimport sklearn\nfrom sklearn import svm\n",
    }
    assert sight(tmp_path, detect, files) == "scikit-learn used: zoo.py:2 tests/test_it.py:1"
