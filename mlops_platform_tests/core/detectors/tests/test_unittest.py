from pathlib import Path

from mlops_platform.core.detectors.tests.unittest import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_test_class_is_use(tmp_path: Path) -> None:
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
    assert sight(tmp_path, detect, files) == "unittest used (1 test file): tests/test_sum.py"


def test_its_mocks_alone_are_something_else(tmp_path: Path) -> None:
    files = {
        "tests/test_sum.py": (
            "from unittest import mock\n\n\ndef test_sum():\n    assert 1 + 1 == 2\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_class_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "cases.py": "class TestCase:\n    def test_sum(self):\n        return 2\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
