"""Keyword arguments and parameters of a call or function, as syntax."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.literals import Literal, literal
from mlops_platform.core.facts.python.notes import Function


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """Return the value that a call gives a keyword."""
    return next((each.value for each in call.keywords if each.arg == name), None)


def keyword_literal(call: ast.Call, name: str) -> Literal:
    """Return a keyword's literal value."""
    return literal(keyword(call, name))


def parameters(function: Function) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    """Yield every parameter of a function with its default."""
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args]
    missing: list[ast.expr | None] = [None] * (len(plain) - len(arguments.defaults))
    yield from zip(plain, [*missing, *arguments.defaults], strict=True)
    yield from zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
