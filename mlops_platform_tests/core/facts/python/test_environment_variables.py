"""Which variables a file needs."""

import pytest

from mlops_platform_tests.core.facts.reading_code import index

CASES = [
    ("os.environ['X']", [("X", True)]),
    ("os.environ.get('X')", [("X", False)]),
    ("os.environ.get('X', 'y')", [("X", False)]),
    ("os.getenv('X')", [("X", False)]),
    ("from os import environ as e\ne['X']", [("X", True)]),
    ("from os import getenv\ngetenv('X')", [("X", False)]),
    ("env = os.environ\nenv['X']", [("X", True)]),
    ("if 'X' in os.environ:\n  os.environ['X']", [("X", False)]),
    ("y = os.environ['X'] if 'X' in os.environ else 1", [("X", False)]),
    ("if os.getenv('X'):\n  os.environ['X']", [("X", False), ("X", False)]),
    ("try:\n  os.environ['X']\nexcept KeyError:\n  y = 1", [("X", False)]),
    ("try:\n  os.environ['X']\nexcept KeyError:\n  raise", [("X", True)]),
    ("def f():\n  return os.environ['X']", [("X", True)]),
    ("if distributed:\n  os.environ['X']", [("X", False)]),
    ("if __name__ == '__main__':\n  os.environ['X']", [("X", True)]),
    ("os.environ['X'] = '1'", []),
    ("del os.environ['X']", []),
    ("os.environ.setdefault('X', '1')", []),
    ("os.environ[name]", []),
    ("os.environ['not a name']", []),
    ("config['X']", []),
    ("from decouple import config\nconfig('X')", [("X", True)]),
    ("from decouple import config\nconfig('X', default='1')", [("X", False)]),
    ("def config(x): ...\nconfig('X')", []),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_a_variable_is_required_where_its_absence_ends_the_program(
    source: str, expected: list[tuple[str, bool]]
) -> None:
    found = index(f"import os\n{source}").environment_variables
    assert [(name, is_required) for name, is_required, _ in found] == expected


def test_a_variable_has_its_line() -> None:
    assert index("import os\n\nx = os.environ['X']").environment_variables == (("X", True, 3),)
