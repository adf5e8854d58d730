from pathlib import Path

import pytest

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


REFUSALS = {
    "an error of the value": "if not x:\n  raise ValueError('x is empty')",
    "the class alone": "if not x:\n  raise KeyError",
    "a status as a keyword": "if x < 0:\n  raise HTTPException(status_code=422, detail='no')",
    "a status by its name": "if x < 0:\n  raise HTTPException(status.HTTP_400_BAD_REQUEST)",
    "an abort": "if x < 0:\n  abort(400)",
    "a returned pair": "if 'age' not in x:\n  return jsonify(error='no age'), 400",
    "a returned response": "if not x:\n  return JSONResponse({}, status_code=422)",
    "a value that does not fit": "try:\n  float(x)\nexcept (ValueError, TypeError):\n  abort(400)",
}
OTHERS = {
    "a model that is not loaded": "if x is None:\n  raise HTTPException(status_code=503)",
    "a row that is not there": "if x is None:\n  abort(404)",
    "nobody who may": "if not x:\n  raise HTTPException(401)",
    "another error": "if not x:\n  raise RuntimeError('no model')",
    "anything that fails": "try:\n  x = model(x)\nexcept Exception:\n  return {}, 400",
    "an error that is passed on": "try:\n  x = float(x)\nexcept ValueError:\n  x = 0.0",
    "true where a number is meant": "if x:\n  return {}, True",
}


def refusals(tmp_path: Path, body: str) -> tuple[int, ...]:
    indented = "".join(f"  {line}\n" for line in body.splitlines())
    read = read_request_handling(
        draw_checkout(tmp_path, {"a.py": f"def f(x):\n{indented}"}), "a.py"
    )
    assert read is not None
    return read.refusals


@pytest.mark.parametrize("body", REFUSALS.values(), ids=REFUSALS)
def test_what_refuses_an_input_is_known(tmp_path: Path, body: str) -> None:
    assert refusals(tmp_path, body) == (2,)


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_other_endings_refuse_no_input(tmp_path: Path, body: str) -> None:
    assert refusals(tmp_path, body) == ()
