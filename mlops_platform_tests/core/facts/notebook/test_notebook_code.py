"""Magics become `pass`, and no line moves."""

import json

import pytest

from mlops_platform.core.facts.notebook.notebook_code import (
    code_of,
    parse_module,
    without_unparsable,
)
from mlops_platform.core.facts.notebook.notebook_documents import Cell


def cell(source: str, number: int = 1) -> Cell:
    return Cell(number, "code", source, None, 0)


CASES = [
    ("%matplotlib inline\nx = 1", "pass\nx = 1", ["%matplotlib inline"]),
    ("!pip install x", "pass", ["!pip install x"]),
    ("pip install x", "pass", ["pip install x"]),
    ("if a:\n    !ls\n", "if a:\n    pass\n", ["!ls"]),
    ("files = !ls\nx = 1", "files = None\nx = 1", ["!ls"]),
    ("a, b = %run x.py", "a, b = None", ["%run x.py"]),
    ("%time model.fit(x)", "model.fit(x)", ["%time model.fit(x)"]),
    ("%timeit -n 10 f()", "f()", ["%timeit -n 10 f()"]),
    ("  %time f()\n  g()", "f()\ng()", ["%time f()"]),
    ("%%time\nf()\ng()", "pass\nf()\ng()", ["%%time"]),
    ("%%time\n!ls\ng()", "pass\npass\ng()", ["%%time", "!ls"]),
    ("\n%%capture out\nf()", "pass\npass\nf()", ["%%capture out"]),
    ("%%bash\npip install x\n", "\n\n", ["%%bash", "!pip install x"]),
    ("%%html\n<b>x</b>", "\n", ["%%html"]),
    ("%%writefile a.py\nimport torch", "\n", ["%%writefile a.py"]),
    ("!pip install a \\\n  b\nx = 1", "pass\n\nx = 1", ["!pip install a \\"]),
    ("model.fit?\nx = 1", "pass\nx = 1", ["model.fit?"]),
    ("?model\nx = 1", "pass\nx = 1", ["?model"]),
    ("x = (a\n % b)", "x = (a\n % b)", []),
    ("x = '''\n!not a command\n'''", "x = '''\n!not a command\n'''", []),
    ("# %%time\nx = 1", "# %%time\nx = 1", []),
    ("ls = [1]\nx = 1", "ls = [1]\nx = 1", []),
    ("await f()", "await f()", []),
    ("", "", []),
]


@pytest.mark.parametrize(("source", "python", "shell"), CASES)
def test_a_cell_becomes_python(source: str, python: str, shell: list[str]) -> None:
    code = code_of([cell(source)])
    assert code.module == python
    assert [text for text, _ in code.shell_lines] == shell
    assert code.module.count("\n") == source.count("\n")


def test_lines_of_the_module_are_lines_of_cells() -> None:
    code = code_of([cell("a\nb", 2), cell("", 3), cell("!ls", 5), cell("c", 9)])
    assert code.module.split("\n") == ["a", "b", "", "pass", "c"]
    assert (code.cell_starts, code.cell_numbers) == ((1, 3, 4, 5), (2, 3, 5, 9))
    assert code.shell_lines == (("!ls", 4),)


def test_only_a_cell_that_is_not_python_is_blanked() -> None:
    code = without_unparsable(
        code_of([cell("x = 1", 1), cell("this is\nno Python", 2), cell("y = 2", 3)])
    )
    assert code.module == "x = 1\n\n\ny = 2"
    assert code.unparsed == (2,)


def test_an_endless_line_of_blanks_takes_no_time() -> None:
    code = code_of([cell("a" + " " * 500_000 + "b\n!ls"), cell("=" * 200_000 + "?")])
    assert code.module.startswith("a")


def notebook(*cells, language="python"):
    return json.dumps(
        {
            "metadata": {"language_info": {"name": language}},
            "nbformat": 4,
            "cells": [{"cell_type": "code", "source": cell, "outputs": []} for cell in cells],
        }
    ).encode()


def test_a_module_leaves_out_cells_that_are_no_python_and_keeps_their_numbers():
    found = parse_module(notebook("x = 1\n", "x = = 2\n", "y = 3\n"))
    assert [type(each).__name__ for each in found.tree.body if hasattr(each, "targets")] == [
        "Assign",
        "Assign",
    ]
    assert [number for _, number in found.cells] == [1, 2, 3]


@pytest.mark.parametrize(("language", "is_read"), [("pyspark", True), ("", True), ("R", False)])
def test_only_python_has_a_module(language, is_read):
    assert (parse_module(notebook("x = 1\n", language=language)) is not None) == is_read
