from pathlib import Path

from mlops_platform.core.detectors.tests.doctest import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_command_that_runs_them_is_use(tmp_path: Path) -> None:
    files = {
        "Makefile": "test:\n\tpytest --doctest-modules src\n",
    }
    assert sight(tmp_path, detect, files) == "doctest used: Makefile:2"


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "src/sums.py": "import doctest\n\ndoctest.testmod()\n",
    }
    assert sight(tmp_path, detect, files) == "doctest used: src/sums.py:1"


def test_an_example_alone_is_no_test(tmp_path: Path) -> None:
    files = {
        "src/sums.py": (
            'def add(a, b):\n    """Add.\n\n    >>> add(1, 2)\n    3\n    """\n    return a + b\n'
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_pytest_alone_runs_none(tmp_path: Path) -> None:
    files = {
        "Makefile": "test:\n\tpytest src\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
