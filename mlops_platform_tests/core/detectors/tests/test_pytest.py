from pathlib import Path

from mlops_platform.core.detectors.tests.pytest import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_test_functions_are_use(tmp_path: Path) -> None:
    files = {
        "tests/test_sum.py": "def test_sum():\n    assert 1 + 1 == 2\n",
        "tests/test_more.py": "import pytest\n\n\ndef test_sum():\n    assert 1 + 1 == 2\n",
        "tests/conftest.py": "import pytest\n",
    }
    assert (
        sight(tmp_path, detect, files)
        == "pytest used (2 test files): tests/test_more.py tests/test_sum.py"
    )


def test_running_tests_of_unittest_with_it_is_use(tmp_path: Path) -> None:
    files = {
        "tests/test_sum.py": (
            "import unittest\n"
            "\n"
            "\n"
            "class TestSum(unittest.TestCase):\n"
            "    def test_sum(self):\n"
            "        self.assertEqual(1 + 1, 2)\n"
        ),
        "Makefile": "test:\n\tpytest tests\n",
    }
    assert sight(tmp_path, detect, files) == "pytest used: Makefile:2"


def test_running_it_without_tests_is_not_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "test:\n\tpytest tests\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_settings_without_tests_are_not_use(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '-q'\n",
    }
    assert sight(tmp_path, detect, files) == "pytest not used (declared only): pyproject.toml:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "pytest\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "pytest not used (declared only): requirements.txt:1"


def test_a_script_that_tests_a_model_is_no_test(tmp_path: Path) -> None:
    files = {
        "test_model.py": (
            "import joblib\n\nmodel = joblib.load('model.pkl')\nprint(model.predict([[1]]))\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_tests_of_unittest_alone_are_something_else(tmp_path: Path) -> None:
    files = {
        "tests/test_sum.py": (
            "import unittest\n"
            "\n"
            "\n"
            "class TestSum(unittest.TestCase):\n"
            "    def test_sum(self):\n"
            "        self.assertEqual(1 + 1, 2)\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"
