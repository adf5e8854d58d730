"""Operators: arithmetic keeps rows, statistics of rows flow in, comparisons choose rows."""

import ast

from mlops_platform.core.facts.flow.conditions import compare_known, truth
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.naming import met
from mlops_platform.core.facts.flow.plain_values import (
    Constant,
    Names,
    Scores,
    Selector,
    Unknown,
)
from mlops_platform.core.facts.flow.rows import NO_ROWS, opposite, united
from mlops_platform.core.facts.flow.selection import note_looked_up
from mlops_platform.core.facts.flow.values import (
    Data,
    Listing,
    Value,
)

LONGEST_TEXT = 200
MOST_ITEMS = 200


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
    names = [each for each in (one, other) if isinstance(each, Names)]
    if names:
        return met(*names)
    if isinstance(one, Listing):
        return _of_lists(machine, node, one, other)
    data = [each for each in (one, other) if isinstance(each, Data)]
    is_difference = isinstance(node.op, ast.Sub)
    return _of_data(data, is_difference=is_difference) if data else machine.unknown()


def _of_lists(machine: Machine, node: ast.BinOp, one: Listing, other: Value) -> Value:
    times = other.value if isinstance(other, Constant) else None
    if isinstance(node.op, ast.Mult) and isinstance(times, int):
        return Listing((one.items * min(times, 2))[:MOST_ITEMS])
    if isinstance(node.op, ast.Add) and isinstance(other, Listing):
        return Listing([*one.items, *other.items][:MOST_ITEMS])
    return machine.unknown()


def inverted(machine: Machine, node: ast.UnaryOp, value: Value) -> Value:
    """Return what a sign or `~` makes of a value."""
    if isinstance(value, Selector) and isinstance(node.op, ast.Invert | ast.Not):
        return value._replace(side=opposite(value.side))
    if isinstance(value, Data | Scores | Names):
        return value
    if isinstance(node.op, ast.Not):
        told = truth(machine, value)
        return machine.unknown() if told is None else Constant(not told)
    return _signed(machine, node, value)


def compared(machine: Machine, node: ast.Compare, values: list[Value]) -> Value:
    """Return what a comparison gives: a truth, scores, hits of predictions, or a mask."""
    one, other = values[0], values[-1]
    scores = [each for each in values if isinstance(each, Scores)]
    if scores:
        if isinstance(node.ops[0], ast.Eq):
            for score in scores:
                note_looked_up(machine, score)
        return Scores(tuple(sorted({event for each in scores for event in each.events})))
    names = [each for each in values if isinstance(each, Names)]
    if names:
        return met(*names)
    told = compare_known(machine, node, values)
    if told is not None or (isinstance(one, Constant) and isinstance(other, Constant)):
        return machine.unknown() if told is None else Constant(told)
    for each in values:
        if isinstance(each, Data) and (each.predicted_by or each.made_by):
            return each._replace(is_compared=True, is_labels=_is_cut(node, other))
    rows = one.rows if isinstance(one, Data) else NO_ROWS
    key = written(node.left)
    if isinstance(node.ops[0], ast.Eq | ast.NotEq):
        side = _side(node.comparators[0], other)
        side = f"={side}" if isinstance(node.ops[0], ast.Eq) else f"!={side}"
        return Selector(machine.keyed("equal", rows, key), side)
    place = machine.line if not rows else 0
    bound = written(node.comparators[0])
    side = {ast.GtE: "!<", ast.Lt: "<", ast.LtE: "<=", ast.Gt: "!<="}.get(type(node.ops[0]), "in")
    return Selector(machine.keyed("order", rows, key, bound, place), side)


def _side(node: ast.expr, value: Value) -> str:
    """Return what rows are compared with; the same name may mean something else next time."""
    told = written(node)
    return f"{told} {value.serial}" if isinstance(value, Unknown) and told.isidentifier() else told


def _is_cut(node: ast.Compare, other: Value) -> bool:
    is_ordered = isinstance(node.ops[0], ast.Gt | ast.GtE | ast.Lt | ast.LtE)
    return is_ordered and isinstance(other, Constant)


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
        made_by=next((each.made_by for each in rows if each.made_by is not None), None),
    )


def _signed(machine: Machine, node: ast.UnaryOp, value: Value) -> Value:
    number = value.value if isinstance(value, Constant) else None
    if isinstance(node.op, ast.USub) and isinstance(number, int | float):
        return Constant(-number)
    return machine.unknown()
