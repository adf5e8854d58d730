"""Tables and arrays that are put together, row below row or column beside column."""

import ast

from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import WHOLE, Constant, Learned
from mlops_platform.core.facts.flow.rows import united
from mlops_platform.core.facts.flow.values import Data, Value


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
    if axis in {None, Constant(0)} and _are_copies(arguments, parts):
        rows = parts[0].rows
        learned |= {Learned("duplication", name, machine.here(), rows)}
    return Data(united(*(each.rows for each in parts)), learned, columns)


def _are_copies(arguments: Arguments, parts: list[Data]) -> bool:
    """Tell whether the same rows surely stand in a list more than once, as it is written."""
    node = arguments.nodes[0] if arguments.nodes else None
    is_repeated = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)
    is_listed = isinstance(node, ast.List | ast.Tuple) and len(node.elts) == len(parts)
    if not (is_repeated or is_listed) or len(parts) < len("ab"):
        return False
    one, other = parts[:2]
    is_same = one.rows == other.rows and one.columns == other.columns
    return bool(one.rows) and is_same and not one.predicted_by and not one.is_summary


def join_columns(machine: Machine, _name: str, arguments: Arguments) -> Value:
    """Put columns of the same rows beside each other."""
    parts = [each for one in arguments.every() for each in contents(one) if isinstance(each, Data)]
    learned = frozenset(each for one in parts for each in one.learned)
    return Data(parts[0].rows, learned) if parts else machine.unknown()
