"""Syntax of later Pythons is read as what it means here; everything else stays as it is."""

import ast

import pytest

from mlops_platform.core.facts.python.newer_syntax import rewritten

CASES = [
    ("except KeyError, ValueError:", "except (KeyError, ValueError):"),
    ("    except a.B, c.D: pass", "    except (a.B, c.D): pass"),
    ("type Vector = list[int]", "Vector = list[int]"),
    ("type Pair[A, B] = tuple[A, B]", "Pair = tuple[A, B]"),
    ("def f[T](x: T) -> list[T]: ...", "def f(x: T) -> list[T]: ..."),
    ("async def f[T: (int, str)](x): ...", "async def f(x): ..."),
    ("class Box[T](Base[T]): ...", "class Box(Base[T]): ..."),
    ('f"{a["b"]}"', "f\"{a['b']}\""),
    ("x = f'{a['b']}', f'{c}' + d['e']", "x = f'{a[\"b\"]}', f'{c}' + d['e']"),
]
SAME = [
    "except KeyError, error:",
    "except (KeyError, ValueError):",
    "type = 3",
    "type(x) == y",
    "def f(x: list[int]): ...",
    "x = a['b'] + c[\"d\"]",
    "f'{a[\"b\"]}'",
    "f'{{' + a['b']",
    "'''f'{''''",
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_later_syntax_is_rewritten(line: str, expected: str) -> None:
    assert rewritten(line) == expected


@pytest.mark.parametrize("line", SAME)
def test_other_lines_stay(line: str) -> None:
    assert rewritten(line) == line


def test_lines_keep_their_numbers() -> None:
    text = "try:\n  f()\nexcept A, B:\n  g()\n"
    tree = ast.parse(rewritten(text))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call)] == [2, 4]
