"""Whether a variable still holds a table as it was read, when a later line looks at it."""

import ast
from collections.abc import Collection, Iterator
from functools import lru_cache

from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import given, is_false
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.schemas.table_reads import TableRead, read_of

LOOKS = frozenset({"print", "len", "display", "type", "str", "repr", "list", "set"})
"""Functions that change nothing of what they are given."""

CHANGES = frozenset({"pop", "insert", "update", "append", "set_axis", "set_index", "sort_values"})
"""Methods that may change a table in place."""


def read_untouched(
    code: Code, node: ast.expr, use: Site, tables: Collection[str]
) -> TableRead | None:
    """Return the read that gave what `use` is given as `node`, None where it is not that sure."""
    if isinstance(node, ast.Call):
        return _read(code, node, tables)
    if not isinstance(node, ast.Name):
        return None
    between: list[ast.stmt] = []
    for statement in _backwards(use):
        if _binds(statement, node.id):
            is_touched = any(_touches(each, node.id) for each in between)
            return None if is_touched else _read(code, statement.value, tables)  # type: ignore[attr-defined]
        between.append(statement)
    return None


def _backwards(use: Site) -> Iterator[ast.stmt]:
    """Yield what surely ran before, last first: out of `try` and `with`, not out of branches."""
    block, position = use.block, use.position
    while True:
        yield from reversed(block.body[:position])
        owner, outer = block.owner, block.parent
        is_entered = isinstance(owner, ast.Try | ast.With) and block.body is owner.body
        if outer is None or not is_entered:
            return
        block, position = outer, next(n for n, each in enumerate(outer.body) if each is owner)


def _read(code: Code, node: ast.expr, tables: Collection[str]) -> TableRead | None:
    site = next((each for each in code.layout.sites if each.node is node), None)
    return read_of(code, site, tables) if site else None


def _binds(statement: ast.stmt, name: str) -> bool:
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return False
    target = statement.targets[0]
    return isinstance(target, ast.Name) and target.id == name


@lru_cache(maxsize=10_000)
def _touches(statement: ast.stmt, name: str) -> bool:
    return any(_may_change(each, name) for each in ast.walk(statement))


def _may_change(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.Name):
        return node.id == name and not isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        return _root(node) == name
    if isinstance(node, ast.Call):
        return _may_change_it(node, name)
    # Another name for the table is a way to change it.
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr):
        return isinstance(node.value, ast.Name) and node.value.id == name
    return False


def _may_change_it(call: ast.Call, name: str) -> bool:
    function = call.func
    if isinstance(function, ast.Attribute) and _root(function) == name:
        in_place = given(call, "inplace")
        return function.attr in CHANGES or (in_place is not None and not is_false(in_place))
    is_look = isinstance(function, ast.Name) and function.id in LOOKS
    is_log = isinstance(function, ast.Attribute) and function.attr in {"info", "debug", "display"}
    return not (is_look or is_log) and name in _given(call)


def _given(call: ast.Call) -> Iterator[str]:
    for each in (*call.args, *(keyword.value for keyword in call.keywords)):
        inner = each.value if isinstance(each, ast.Starred) else each
        if isinstance(inner, ast.Name):
            yield inner.id


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
