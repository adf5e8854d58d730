"""Tables and arrays that are put together, row below row or column beside column."""

import ast
from itertools import combinations

from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import WHOLE, Constant, Learned
from mlops_platform.core.facts.flow.rows import united
from mlops_platform.core.facts.flow.values import Data, Value

MOST_PARTS = 12


def join_rows(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Put rows below each other; the same rows twice are copies."""
    first = arguments.get(0, "objs", "tup")
    parts = [each for each in contents(first) if isinstance(each, Data)] if first else []
    axis = arguments.get(1, "axis")
    if not parts:
        return machine.unknown()
    learned = frozenset(each for one in parts for each in one.learned)
    if isinstance(axis, Constant) and axis.value in {1, -1, "columns"}:
        return Data(parts[0].rows, learned)
    columns = WHOLE if name == "pandas.concat" and all(p.columns == WHOLE for p in parts) else None
    if axis in {None, Constant(0)} and (copied := _copied(arguments, parts)):
        learned |= {Learned("duplication", name, machine.here(), copied.rows)}
    return Data(united(*(each.rows for each in parts)), learned, columns)


def _copied(arguments: Arguments, parts: list[Data]) -> Data | None:
    """Return rows that surely stand in a list more than once, as it is written."""
    node = arguments.nodes[0] if arguments.nodes else None
    is_listed = isinstance(node, ast.List | ast.Tuple) and len(node.elts) == len(parts)
    if not is_listed and not _is_repeated(node):
        return None
    pairs = combinations(parts[:MOST_PARTS], 2)
    return next((one for one, other in pairs if _is_same(one, other)), None)


def _is_repeated(node: ast.expr | None) -> bool:
    """Tell whether a list is written as `[…] * n`, maybe after another."""
    inner = ast.walk(node) if isinstance(node, ast.BinOp) else ()
    return any(
        isinstance(each, ast.BinOp)
        and isinstance(each.op, ast.Mult)
        and isinstance(each.left, ast.List)
        for each in inner
    )


def _is_same(one: Data, other: Data) -> bool:
    is_same = one.rows == other.rows and one.columns == other.columns
    return bool(one.rows) and is_same and not one.predicted_by and not one.is_summary


def join_columns(machine: Machine, _name: str, arguments: Arguments) -> Value:
    """Put columns of the same rows beside each other."""
    parts = [each for one in arguments.every() for each in contents(one) if isinstance(each, Data)]
    learned = frozenset(each for one in parts for each in one.learned)
    return Data(parts[0].rows, learned) if parts else machine.unknown()
