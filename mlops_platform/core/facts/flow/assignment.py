"""Assignments: names, attributes, columns, and what `del` takes away."""

import ast

from mlops_platform.core.facts.flow.changes import Cell
from mlops_platform.core.facts.flow.columns import of_other_rows, without_column
from mlops_platform.core.facts.flow.iteration import unpacked
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.plain_values import OWN_ROW, Constant, Learned
from mlops_platform.core.facts.flow.values import (
    Data,
    Instance,
    Listing,
    Module,
    Table,
    Value,
)

MOST_ITEMS = 200
# Stands for a column of which the name is not known.
ANY_COLUMN = "\0"
_ROWS_AND_COLUMNS = 2


def bind(machine: Machine, target: ast.expr, value: Value) -> None:
    """Bind a target of an assignment."""
    if isinstance(target, ast.Name):
        machine.scope.names[target.id] = value
        _name_rows(machine, target.id, value)
    elif isinstance(target, ast.Tuple | ast.List):
        _bind_each(machine, target.elts, value)
    elif isinstance(target, ast.Attribute):
        _bind_attribute(machine, target, value)
    elif isinstance(target, ast.Subscript):
        _bind_item(machine, target, value)
    elif isinstance(target, ast.Starred):
        bind(machine, target.value, machine.unknown())


def forget(machine: Machine, target: ast.expr) -> None:
    """Run `del`: a name, or a column."""
    if isinstance(target, ast.Name):
        machine.scope.names.pop(target.id, None)
    elif isinstance(target, ast.Subscript):
        table, key = machine.evaluate(target.value), machine.evaluate(target.slice)
        if isinstance(table, Data):
            names = column_names(key) or frozenset({ANY_COLUMN})
            remove_column(machine, target.value, table, names)
        elif isinstance(table, Listing):
            blur(machine, table)


def blur(machine: Machine, names: Listing) -> None:
    """Forget the literals of a list of which some were replaced or taken away."""
    names.items = [
        machine.unknown() if isinstance(each, Constant) else each for each in names.items
    ]


def remove_column(machine: Machine, owner: ast.expr, table: Data, names: frozenset[str]) -> None:
    """Take columns out of a table that stays the same thing under its other names."""
    machine.removed.update((table.rows, name) for name in names)
    is_known = ANY_COLUMN not in names
    bind(machine, owner, without_column(table, names if is_known else None))


def _name_rows(machine: Machine, name: str, value: Value) -> None:
    if isinstance(value, Data) and value.rows and not value.is_summary:
        machine.row_names.setdefault(value.rows, set()).add(name[:60])


def _bind_each(machine: Machine, targets: list[ast.expr], value: Value) -> None:
    if any(isinstance(target, ast.Starred) for target in targets):
        for target in targets:
            bind(machine, target, machine.unknown())
        return
    for target, part in zip(targets, unpacked(machine, value, len(targets)), strict=True):
        bind(machine, target, part)


def _bind_attribute(machine: Machine, target: ast.Attribute, value: Value) -> None:
    owner = machine.evaluate(target.value)
    if isinstance(owner, Instance):
        machine.change(Cell(owner, target.attr), value)
        _name_rows(machine, target.attr, value)
    elif isinstance(owner, Module):
        owner.scope.names[target.attr] = value


def _bind_item(machine: Machine, target: ast.Subscript, value: Value) -> None:
    owner, key = machine.evaluate(target.value), machine.evaluate(target.slice)
    if isinstance(owner, Table):
        if isinstance(key, Constant) and isinstance(key.value, str):
            machine.change(Cell(owner, key.value), value)
        elif len(owner.others) < MOST_ITEMS:
            owner.others.append(value)
    elif isinstance(owner, Listing):
        blur(machine, owner)
        if len(owner.items) < MOST_ITEMS:
            owner.items.append(value)
    elif isinstance(owner, Data):
        table = target.value
        if owner.is_part_view and isinstance(table, ast.Attribute):
            table = table.value
        changed = owner._replace(learned=_stored(owner, key, value), is_part_view=False)
        if isinstance(table, ast.Name | ast.Attribute):
            bind(machine, table, changed)


def _stored(owner: Data, key: Value, value: Value) -> frozenset[Learned]:
    """Return what went into a table once columns of it are replaced."""
    names = column_names(key)
    if names is None:
        # Which columns were written is not known: any of them may have been moved.
        owner = of_other_rows(owner)
        value = of_other_rows(value) if isinstance(value, Data) else value
    kept = frozenset(
        e
        for e in owner.learned
        if not (e.columns and names and e.columns <= names)
        and not (e.purpose == OWN_ROW and names and e.about in names)
    )
    if not isinstance(value, Data) or value.is_summary:
        return kept
    # Of a whole table, nobody knows which of its columns were stored.
    flowing = (e for e in value.learned if e.purpose != OWN_ROW or e.columns is None)
    return kept | {each._replace(columns=names) for each in flowing}


def column_names(key: Value | None) -> frozenset[str] | None:
    """Return the literal names of columns, None where they are not literal."""
    if isinstance(key, Constant):
        return frozenset({key.value}) if isinstance(key.value, str) else None
    if (
        isinstance(key, Listing)
        and len(key.items) == _ROWS_AND_COLUMNS
        and isinstance(key.items[0], Data)
    ):
        return column_names(key.items[1])
    if isinstance(key, Listing) and key.items:
        names = [e.value for e in key.items if isinstance(e, Constant) and isinstance(e.value, str)]
        return frozenset(names) if len(names) == len(key.items) else None
    return None
