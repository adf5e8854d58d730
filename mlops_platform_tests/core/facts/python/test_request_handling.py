from pathlib import Path

from mlops_platform.core.facts.python.request_handling import read_request_handling
from mlops_platform_tests.drawing import draw_checkout

SOURCE = """
try:
    import torch
except ImportError:
    torch = None


@app.route("/a", methods=["get", "POST"])
def a():
    if torch:
        x = 1
        y = 2
    try:
        return 1
    except (KeyError, ValueError):
        return 2
"""


def test_handlers_methods_and_conditions_of_functions_are_read(tmp_path: Path) -> None:
    read = read_request_handling(draw_checkout(tmp_path, {"app.py": SOURCE}), "app.py")
    assert read is not None
    assert read.handlers == (15,)
    assert read.methods == ((8, ("GET", "POST")),)
    assert read.is_conditional(11)
    assert read.is_conditional(12)
    assert not read.is_conditional(14)


def test_a_file_that_cannot_be_parsed_is_none(tmp_path: Path) -> None:
    checkout = draw_checkout(tmp_path, {"a.py": "def f(:\n", "b.py": b"\x00\x01"})
    assert read_request_handling(checkout, "a.py") is None
    assert read_request_handling(checkout, "b.py") is None
    assert read_request_handling(checkout, "missing.py") is None


def test_deep_nesting_ends_the_walk_and_nothing_else(tmp_path: Path) -> None:
    body = "".join(f"{' ' * depth}if x:\n" for depth in range(1, 90)) + " " * 90 + "pass\n"
    checkout = draw_checkout(tmp_path, {"app.py": f"def f(x):\n{body}"})
    read = read_request_handling(checkout, "app.py")
    assert read is not None
    assert read.is_conditional(5)
