"""Operators: arithmetic keeps rows, statistics of rows flow in, comparisons choose rows."""

import ast

from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.rows import NO_ROWS, united
from mlops_platform.core.facts.flow.values import Constant, Data, Listing, Scores, Selector, Value

LONGEST_TEXT = 200


def written(node: ast.expr) -> str:
    """Return an expression as text: two that are the same have the same."""
    return ast.unparse(node)[:LONGEST_TEXT]


def combined(machine: Machine, node: ast.BinOp, one: Value, other: Value) -> Value:
    """Return what an operator makes of two values."""
    if isinstance(one, Scores) or isinstance(other, Scores):
        scores = [each for each in (one, other) if isinstance(each, Scores)]
        return Scores(tuple(sorted({event for each in scores for event in each.events})))
    if isinstance(one, Selector) and isinstance(other, Selector):
        return Selector(machine.keyed("both", one, other, type(node.op).__name__), "in")
    if isinstance(one, Listing) and isinstance(other, Listing) and isinstance(node.op, ast.Add):
        return Listing([*one.items, *other.items][:200])
    data = [each for each in (one, other) if isinstance(each, Data)]
    if not data:
        return machine.unknown()
    return _of_data(data, is_difference=isinstance(node.op, ast.Sub))


def inverted(machine: Machine, node: ast.UnaryOp, value: Value) -> Value:
    """Return what a sign or `~` makes of a value."""
    if isinstance(value, Selector) and isinstance(node.op, ast.Invert | ast.Not):
        side = value.side
        return value._replace(side=side[1:] if side.startswith("!") else f"!{side}")
    if isinstance(value, Data | Scores):
        return value
    if isinstance(value, Constant):
        return _signed(machine, node, value)
    return machine.unknown()


def compared(machine: Machine, node: ast.Compare, values: list[Value]) -> Value:
    """Return what a comparison gives: a truth, scores, hits of predictions, or a mask."""
    one, other = values[0], values[-1]
    scores = [each for each in values if isinstance(each, Scores)]
    if scores:
        return Scores(tuple(sorted({event for each in scores for event in each.events})))
    if isinstance(one, Constant) and isinstance(other, Constant):
        return _truth(machine, node.ops[0], one, other)
    for each in values:
        if isinstance(each, Data) and each.predicted_by:
            return each._replace(is_compared=True)
    rows = one.rows if isinstance(one, Data) else NO_ROWS
    key = written(node.left)
    if isinstance(node.ops[0], ast.Eq | ast.NotEq):
        side = written(node.comparators[0])
        side = side if isinstance(node.ops[0], ast.Eq) else f"!{side}"
        return Selector(machine.keyed("equal", rows, key), side)
    place = machine.line if not rows else 0
    bound = written(node.comparators[0])
    side = {ast.GtE: "!<", ast.Lt: "<", ast.LtE: "<=", ast.Gt: "!<="}.get(type(node.ops[0]), "in")
    return Selector(machine.keyed("order", rows, key, bound, place), side)


def _of_data(data: list[Data], *, is_difference: bool) -> Data:
    """Statistics of some rows that meet other rows flow into them."""
    rows = [each for each in data if not each.is_summary]
    if not rows:
        learned = frozenset(each for one in data for each in one.learned)
        return data[0]._replace(learned=learned)
    flowing = {
        each._replace(purpose="scaling") if each.purpose == "statistic" else each
        for one in data
        for each in one.learned
    }
    fits = tuple(sorted({fit for each in rows for fit in each.predicted_by}))
    return Data(
        rows=rows[0].rows if len(rows) == 1 else united(*(each.rows for each in rows[:1])),
        learned=frozenset(flowing),
        predicted_by=fits,
        is_compared=any(e.is_compared for e in rows) or (bool(fits) and is_difference),
    )


def _truth(machine: Machine, op: ast.cmpop, one: Constant, other: Constant) -> Value:
    if isinstance(op, ast.Eq | ast.Is):
        return Constant(one.value == other.value)
    if isinstance(op, ast.NotEq | ast.IsNot):
        return Constant(one.value != other.value)
    return machine.unknown()


def _signed(machine: Machine, node: ast.UnaryOp, value: Constant) -> Value:
    if isinstance(node.op, ast.Not):
        return Constant(not value.value)
    if isinstance(node.op, ast.USub) and isinstance(value.value, int | float):
        return Constant(-value.value)
    return machine.unknown()
