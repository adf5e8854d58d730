from pathlib import Path

import pytest

from mlops_platform.core.clues.files_with_tests import counted, files_with_tests, has_unittest_class
from mlops_platform.core.facts.reading import read_checkout
from mlops_platform_tests.drawing import draw_checkout

FUNCTION = "def test_sum():\n    assert 1 + 1 == 2\n"
METHOD = "class TestSum:\n    def test_sum(self):\n        assert 1 + 1 == 2\n"
CASE = "import unittest\n\n\nclass Sums(unittest.TestCase):\n    def runTest(self):\n        pass\n"


@pytest.mark.parametrize("code", [FUNCTION, METHOD, CASE])
def test_functions_methods_and_cases_are_tests(tmp_path: Path, code: str) -> None:
    reading = read_checkout(draw_checkout(tmp_path, {"tests/test_sum.py": code}))
    assert [file.path for file in files_with_tests(reading)] == ["tests/test_sum.py"]
    assert has_unittest_class(reading.code.files[0]) is (code == CASE)


def test_fixtures_and_package_marks_hold_no_tests(tmp_path: Path) -> None:
    files = {"tests/__init__.py": "", "tests/conftest.py": "def rows():\n    return 3\n"}
    assert files_with_tests(read_checkout(draw_checkout(tmp_path, files))) == []


def test_a_function_of_the_work_is_no_test(tmp_path: Path) -> None:
    code = "def test_model(model):\n    return model.score()\n"
    assert files_with_tests(read_checkout(draw_checkout(tmp_path, {"evaluate.py": code}))) == []


def test_a_script_among_the_tests_holds_none(tmp_path: Path) -> None:
    code = "def test_loop(model):\n    print(model)\nif __name__ == '__main__':\n    test_loop(1)\n"
    reading = read_checkout(draw_checkout(tmp_path, {"tests/test_loop.py": code}))
    assert files_with_tests(reading) == []


def test_one_file_is_said_in_the_singular(tmp_path: Path) -> None:
    reading = read_checkout(draw_checkout(tmp_path, {"tests/test_sum.py": FUNCTION}))
    assert counted(files_with_tests(reading)) == "1 test file"
    assert counted(()) == "0 test files"
