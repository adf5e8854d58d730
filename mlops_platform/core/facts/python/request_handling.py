"""What the source index leaves out and serving code is judged by: handlers, methods, conditions.

Only for the few files that serve; everything else about them comes from the source index.
"""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.python.syntax import UnparsableError, parse, quiet_parsing
from mlops_platform.core.facts.text.texts import read_bytes

DEEPEST = 60
"""Statements nested deeper are no serving code, and end the walk before Python's own limit does."""


_BAD_INPUT = frozenset({400, 413, 415, 422})
_INPUT_ERRORS = frozenset(
    """
    ValueError TypeError KeyError BadRequest UnprocessableEntity RequestValidationError
    ValidationError
    """.split()
)


class Renewal(NamedTuple):
    """Lines of a function that set values of the module, and who else reads these."""

    start: int
    end: int
    readers: tuple[str, ...]


class RequestHandling(NamedTuple):
    """One file. `handlers` are the lines of `except` clauses inside functions.

    `methods` are the line of a decorator or of a call that adds a route, and the HTTP methods that
    it lists in capitals;
    `conditional_lines` are spans of lines that run under an `if` inside a function;
    `renewals` are assignments to names that their function declares global; `refusals` are the
    lines of an `if`, or of a `try`, inside a function that refuses what was sent.
    """

    path: str
    handlers: tuple[int, ...]
    methods: tuple[tuple[int, tuple[str, ...]], ...]
    conditional_lines: tuple[tuple[int, int], ...]
    renewals: tuple[Renewal, ...] = ()
    refusals: tuple[int, ...] = ()

    def is_conditional(self, line: int) -> bool:
        """Tell whether a line runs only under a condition."""
        return any(start <= line <= end for start, end in self.conditional_lines)


def read_request_handling(checkout: Checkout, path: str) -> RequestHandling | None:
    """Read one file; None where it cannot be parsed, which the source index reports."""
    source = read_bytes(checkout, path)
    if isinstance(source, UnreadFile):
        return None
    try:
        with quiet_parsing():
            tree = parse(source)
    except UnparsableError:
        return None
    functions = [n for n in _statements(tree.body) if isinstance(n, _FUNCTIONS)]
    inside = [node for function in functions for node in _statements(function.body)]
    return RequestHandling(
        path=path,
        handlers=tuple(sorted({h.lineno for n in inside for h in _handlers(n)})),
        methods=(
            *(_methods(decorator) for f in functions for decorator in f.decorator_list),
            *(_methods(n.value) for n in (*tree.body, *inside) if isinstance(n, ast.Expr)),
        ),
        conditional_lines=tuple(
            (n.lineno, n.end_lineno or n.lineno) for n in inside if isinstance(n, ast.If)
        ),
        renewals=tuple(_renewals(functions)),
        refusals=tuple(sorted({n.lineno for n in inside if _refuses(n)})),
    )


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _statements(body: list[ast.stmt], depth: int = 0) -> Iterator[ast.stmt]:
    if depth > DEEPEST:
        return
    for statement in body:
        yield statement
        for field in ("body", "orelse", "finalbody"):
            yield from _statements(getattr(statement, field, []), depth + 1)
        for handler in getattr(statement, "handlers", []):
            yield from _statements(handler.body, depth + 1)


def _refuses(statement: ast.stmt) -> bool:
    """Tell whether a condition, or a value that does not fit, ends in an error of the caller's."""
    if isinstance(statement, ast.If):
        return any(_is_refusal(each) for each in statement.body)
    return any(
        _last_name(kind) in _INPUT_ERRORS and any(_is_refusal(each) for each in handler.body)
        for handler in _handlers(statement)
        for kind in getattr(handler.type, "elts", [handler.type])
    )


def _is_refusal(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise):
        error = statement.exc
        named = error.func if isinstance(error, ast.Call) else error
        is_told = isinstance(error, ast.Call) and _tells_bad_input(error)
        return is_told or _last_name(named) in _INPUT_ERRORS
    if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Tuple):
        return any(_is_bad_input(each) for each in statement.value.elts)
    value = statement.value if isinstance(statement, ast.Return | ast.Expr) else None
    return isinstance(value, ast.Call) and _tells_bad_input(value)


def _tells_bad_input(call: ast.Call) -> bool:
    told = [*call.args, *(each.value for each in call.keywords)]
    return any(_is_bad_input(each) for each in told)


def _is_bad_input(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return type(node.value) is int and node.value in _BAD_INPUT
    return any(f"_{code}_" in _last_name(node) for code in _BAD_INPUT)


def _last_name(node: ast.expr | None) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def _renewals(functions: list[ast.FunctionDef | ast.AsyncFunctionDef]) -> Iterator[Renewal]:
    stored = {f: {name for g in _globals(f) for name in g.names} for f in functions}
    read = {f: _read_names(f) - stored[f] for f in functions if any(stored.values())}
    for function, names in stored.items():
        for node in _statements(function.body) if names else ():
            if isinstance(node, ast.Assign):
                kept = names & {n.id for t in node.targets for n in _names(t)}
                readers = tuple(f.name for f in functions if kept & read[f])
                if kept:
                    yield Renewal(node.lineno, node.end_lineno or node.lineno, readers)


def _globals(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.Global]:
    return [node for node in _statements(function.body) if isinstance(node, ast.Global)]


def _names(target: ast.expr) -> list[ast.Name]:
    elements = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
    return [element for element in elements if isinstance(element, ast.Name)]


def _read_names(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    nodes = (node for node in ast.walk(function) if isinstance(node, ast.Name))
    return {node.id for node in nodes if isinstance(node.ctx, ast.Load)}


def _handlers(statement: ast.stmt) -> list[ast.ExceptHandler]:
    return statement.handlers if isinstance(statement, ast.Try | ast.TryStar) else []


def _methods(decorator: ast.expr) -> tuple[int, tuple[str, ...]]:
    keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
    listed = [k.value for k in keywords if k.arg == "methods"]
    names = [
        element.value.upper()
        for value in listed
        if isinstance(value, ast.List | ast.Tuple | ast.Set)
        for element in value.elts
        if isinstance(element, ast.Constant) and isinstance(element.value, str)
    ]
    return decorator.lineno, tuple(names)
