"""Subscripts: some rows, some columns, an entry."""

import ast
import re
from collections.abc import Callable

from mlops_platform.core.facts.flow.arithmetic import written
from mlops_platform.core.facts.flow.assignment import column_names
from mlops_platform.core.facts.flow.columns import of_other_rows, only_columns
from mlops_platform.core.facts.flow.groups import choose
from mlops_platform.core.facts.flow.joins import join_all
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.naming import chosen_by, entry
from mlops_platform.core.facts.flow.ordering import is_window, ordered
from mlops_platform.core.facts.flow.plain_values import (
    Constant,
    EachRow,
    Names,
    Scores,
    Selector,
    Unknown,
)
from mlops_platform.core.facts.flow.rows import part
from mlops_platform.core.facts.flow.selection import note_selection
from mlops_platform.core.facts.flow.values import (
    Data,
    Grouped,
    Listing,
    Rolling,
    Table,
    Value,
)

_COLUMNS = re.compile(r"col|feat|target|label|name|var|predictor|field", re.IGNORECASE)


def subscript(machine: Machine, owner: Value, key: ast.expr) -> Value:
    """Return what stands under a key, or the chosen part of data."""
    handler = _HANDLERS.get(type(owner))
    return handler(machine, owner, key) if handler else machine.unknown()


def _of_data(machine: Machine, owner: Data, key: ast.expr) -> Data:
    if owner.is_batch:
        return owner._replace(is_batch=False)
    if isinstance(key, ast.Tuple) and key.elts:
        rows = _rows(machine, owner._replace(is_part_view=True), key.elts[0])
        second = key.elts[1:2]
        is_all = not second or _is_everything(second[0])
        return rows if is_all else _columns(machine, rows, second[0])
    if isinstance(key, ast.Slice) or owner.is_part_view:
        return _rows(machine, owner, key)
    return _one(machine, owner, key)


def _one(machine: Machine, owner: Data, key: ast.expr) -> Data:
    value = machine.evaluate(key)
    names = column_names(value)
    if names is not None:
        return only_columns(owner, names, is_single=isinstance(value, Constant))
    if isinstance(value, Listing):
        return of_other_rows(owner._replace(columns=None))
    if isinstance(value, Names):
        chosen = owner._replace(columns=None, learned=owner.learned | chosen_by(value))
        return of_other_rows(chosen)
    is_columns = owner.columns is not None and _COLUMNS.search(written(key))
    if is_columns or (isinstance(value, Constant) and isinstance(value.value, str)):
        return of_other_rows(owner._replace(columns=None))
    return _chosen(machine, owner, value)


def _rows(machine: Machine, owner: Data, key: ast.expr) -> Data:
    view = owner._replace(is_part_view=False)
    if isinstance(key, ast.Slice):
        return _cut(machine, view, key)
    if isinstance(key, ast.Constant) and key.value in {None, Ellipsis}:
        return view
    return _chosen(machine, view, machine.evaluate(key))


def _cut(machine: Machine, owner: Data, key: ast.Slice) -> Data:
    rows = owner.rows
    if is_window(machine, key):
        return ordered(machine, owner, "window", "slice")
    if key.lower is not None and not _is_zero(key.lower):
        split = machine.keyed("cut", owner.rows, _bound(key.lower))
        rows = part(rows, split, "!<")
    if key.upper is not None and not written(key.upper).startswith("len("):
        split = machine.keyed("cut", owner.rows, _bound(key.upper))
        rows = part(rows, split, "<")
    return owner._replace(rows=rows)


def _chosen(machine: Machine, owner: Data, value: Value) -> Data:
    """Take the rows that a mask or positions choose; the unknown choose rows of their own."""
    if isinstance(value, Selector):
        return owner._replace(rows=part(owner.rows, value.split, value.side))
    if isinstance(value, EachRow) or (isinstance(value, Data) and value.rows == owner.rows):
        return owner
    split = machine.keyed("index", owner.rows, value)
    return owner._replace(rows=part(owner.rows, split, "in"))


def _columns(machine: Machine, owner: Data, key: ast.expr) -> Data:
    value = None if isinstance(key, ast.Slice) else machine.evaluate(key)
    names = column_names(value)
    if names is not None:
        return only_columns(owner, names, is_single=isinstance(value, Constant))
    if isinstance(value, Names):
        chosen = owner._replace(columns=None, learned=owner.learned | chosen_by(value))
        return of_other_rows(chosen)
    # Without the target's own encoding: which columns these are is not known.
    kept = frozenset(e for e in owner.learned if e.columns is None or e.purpose != "encoding")
    return of_other_rows(owner._replace(columns=None, learned=kept))


def _bound(node: ast.expr) -> str:
    """Return a bound as text, without a conversion, and without a look back of `n - 60`."""
    while True:
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"int", "round"}:
            node = node.args[0] if node.args else ast.Constant(0)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and _is_name(node):
            node = node.left
        else:
            return written(node)


def _is_name(node: ast.BinOp) -> bool:
    return isinstance(node.left, ast.Name) and isinstance(node.right, ast.Name | ast.Constant)


def _of_listing(machine: Machine, owner: Listing, key: ast.expr) -> Value:
    if isinstance(key, ast.Slice):
        return _part_of_list(machine, owner, key)
    value = machine.evaluate(key)
    index = value.value if isinstance(value, Constant) else None
    if isinstance(index, int) and -len(owner.items) <= index < len(owner.items):
        return owner.items[index]
    return join_all(machine, owner.items[:8])


def _part_of_list(machine: Machine, owner: Listing, key: ast.Slice) -> Value:
    bounds = (key.lower, key.upper, key.step)
    values = [machine.evaluate(each) if each else None for each in bounds]
    start, stop, step = (_whole_number(each) for each in values)
    if step != 0 and [each is None for each in (start, stop, step)] == [not e for e in bounds]:
        return Listing(owner.items[start:stop:step])
    # Which names are left is not known; of rows it does not matter.
    if any(isinstance(each, Constant) for each in owner.items):
        return machine.unknown()
    return Listing(list(owner.items))


def _whole_number(value: Value | None) -> int | None:
    told = value.value if isinstance(value, Constant) else None
    return told if isinstance(told, int) else None


def _of_table(machine: Machine, owner: Table, node: ast.expr) -> Value:
    key = machine.evaluate(node)
    if isinstance(key, Constant) and isinstance(key.value, str):
        if key.value in owner.entries:
            return owner.entries[key.value]
        return join_all(machine, owner.others[:8])
    return join_all(machine, owner.values()[:8])


def _of_unknown(machine: Machine, owner: Unknown, key: ast.expr) -> Value:
    """Positions that are cut in two are two sides of a split."""
    if isinstance(key, ast.Slice):
        bound, side = (key.upper, "<") if key.upper is not None else (key.lower, "!<")
        if bound is not None:
            return Selector(machine.keyed("cut", owner.serial, written(bound)), side)
        return owner
    value = machine.evaluate(key)
    entry = str(value) if isinstance(value, Constant | Selector) else written(key)
    return Unknown(machine.keyed("entry", owner.serial, entry))


def _is_everything(key: ast.expr) -> bool:
    return isinstance(key, ast.Slice) and key.lower is None and key.upper is None


def _is_zero(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0


def _of_names(machine: Machine, owner: Names, key: ast.expr) -> Value:
    return owner if isinstance(key, ast.Slice) else entry(owner, machine.evaluate(key))


def _of_groups(machine: Machine, owner: Grouped, key: ast.expr) -> Value:
    return choose(owner, machine.evaluate(key))


def _of_scores(machine: Machine, owner: Scores, key: ast.expr) -> Value:
    """Note the choice of one out of what was put in the order of its scores; some are shown."""
    if owner.is_ranked and not isinstance(key, ast.Slice):
        note_selection(machine, owner.events, "sorted")
    return owner._replace(is_ranked=False)


def _itself(_machine: Machine, owner: Rolling, _key: ast.expr) -> Value:
    return owner


_HANDLERS: dict[type[object], Callable[..., Value]] = {
    Data: _of_data,
    Listing: _of_listing,
    Table: _of_table,
    Scores: _of_scores,
    Rolling: _itself,
    Names: _of_names,
    Grouped: _of_groups,
    Unknown: _of_unknown,
}
