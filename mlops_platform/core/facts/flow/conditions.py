"""Conditions: whether they are met, where what they compare is known."""

import ast
import operator
from collections.abc import Callable

from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.plain_values import Constant, Folds, Loss
from mlops_platform.core.facts.flow.values import (
    Class,
    Data,
    Estimator,
    Function,
    Instance,
    Listing,
    Module,
    Table,
    Value,
)

# None of these is None, whatever they hold.
_THINGS = (Data, Estimator, Instance, Listing, Table, Function, Class, Module, Folds, Loss)
_TRUE_THINGS = (Estimator, Function, Class, Module)
_NUMBER = (int, float)
_EQUAL: dict[type[ast.cmpop], bool] = {
    ast.Eq: True,
    ast.Is: True,
    ast.NotEq: False,
    ast.IsNot: False,
}
_ORDER: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def truth(machine: Machine, value: Value) -> bool | None:
    """Tell whether a value is true; None where that is not known."""
    if isinstance(value, Constant):
        return bool(value.value)
    return True if isinstance(value, _TRUE_THINGS) and not _may_be_none(machine, value) else None


def compare_known(machine: Machine, node: ast.Compare, values: list[Value]) -> bool | None:
    """Tell whether a comparison holds; None where that is not known."""
    told: bool | None = True
    links = zip(node.ops, node.comparators, values, values[1:], strict=False)
    for op, written, one, other in links:
        holds = _holds(machine, op, (one, other), written)
        if holds is False:
            return False
        told = told if holds else None
    return told


def _holds(
    machine: Machine, op: ast.cmpop, pair: tuple[Value, Value], written: ast.expr
) -> bool | None:
    one, other = pair
    is_equal = _EQUAL.get(type(op))
    if is_equal is not None:
        told = _are_same(machine, op, pair)
        return None if told is None else told == is_equal
    if isinstance(op, ast.In | ast.NotIn):
        told = _is_member(one, other, written)
        return None if told is None else told == isinstance(op, ast.In)
    if not isinstance(one, Constant) or not isinstance(other, Constant):
        return None
    if isinstance(one.value, _NUMBER) and isinstance(other.value, _NUMBER):
        return _ORDER[type(op)](one.value, other.value)
    return None


def _are_same(machine: Machine, op: ast.cmpop, pair: tuple[Value, Value]) -> bool | None:
    one, other = pair
    if isinstance(one, Constant) and isinstance(other, Constant):
        return one.value == other.value
    thing = other if one == Constant(None) else one
    # Rows are compared with None one by one, unless by `is`.
    is_one = isinstance(op, ast.Is | ast.IsNot) or not isinstance(thing, Data)
    if Constant(None) in pair and is_one and isinstance(thing, _THINGS):
        return None if _may_be_none(machine, thing) else False
    return None


def _is_member(one: Value, other: Value, written: ast.expr) -> bool | None:
    if not isinstance(one, Constant):
        return None
    if isinstance(other, Constant):
        is_text = isinstance(one.value, str) and isinstance(other.value, str)
        return str(one.value) in str(other.value) if is_text else None
    if isinstance(other, Table):
        return True if isinstance(one.value, str) and one.value in other.entries else None
    if not isinstance(other, Listing):
        return None
    if one in other.items:
        return True
    # A list that a name stands for may have grown in a loop of which a part was run.
    is_whole = isinstance(written, ast.Tuple | ast.List | ast.Set)
    return False if is_whole and all(isinstance(e, Constant) for e in other.items) else None


def _may_be_none(machine: Machine, value: Value) -> bool:
    return id(value) in machine.perhaps_none
