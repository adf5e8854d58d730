import pytest

from mlops_platform_tests.core.facts.reading_code import argument

CASES = [
    ("x = sys.argv[1]", [("sys.argv[1]", True)]),
    ("def main():\n  x = sys.argv[2]", [("sys.argv[2]", True)]),
    ("x = sys.argv[0]", []),
    ("x = sys.argv[-1]", []),
    ("_, a, b = sys.argv", [("sys.argv[1]", True), ("sys.argv[2]", True)]),
    ("args = sys.argv[1:]\nx = args[0]", [("sys.argv[1]", True)]),
    ("argv = sys.argv\nx = argv[1]", [("sys.argv[1]", True)]),
    ("if len(sys.argv) != 2:\n  sys.exit('usage')\nx = sys.argv[1]", [("sys.argv[1]", True)]),
    ("if len(sys.argv) < 2:\n  sys.exit()\nelse:\n  x = sys.argv[1]", [("sys.argv[1]", True)]),
    ("if len(sys.argv) == 2:\n  x = sys.argv[1]\nelse:\n  sys.exit()", [("sys.argv[1]", True)]),
    ("if len(sys.argv) > 1:\n  x = sys.argv[1]", [("sys.argv[1]", False)]),
    ("if len(sys.argv) < 2:\n  x = 1\nelse:\n  x = sys.argv[1]", [("sys.argv[1]", False)]),
    ("x = sys.argv[1] if len(sys.argv) > 1 else 'x'", [("sys.argv[1]", False)]),
    ("x = len(sys.argv) > 1 and sys.argv[1]", [("sys.argv[1]", False)]),
    ("try:\n  x = sys.argv[1]\nexcept IndexError:\n  x = 1", [("sys.argv[1]", False)]),
    ("try:\n  x = sys.argv[1]\nexcept IndexError:\n  sys.exit(1)", [("sys.argv[1]", True)]),
]


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_a_place_is_required_unless_the_code_asks_first(
    source: str, expected: list[tuple[str, bool]]
) -> None:
    assert [(name, needed) for name, needed, _ in argument(f"import sys\n{source}")] == expected


def test_another_argv_does_not_count() -> None:
    assert argument("argv = ['a', 'b']\nx = argv[1]") == []
