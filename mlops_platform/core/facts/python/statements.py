"""Statements that hold no others: imports, assignments, and expressions that stand alone."""

import ast
from collections.abc import Callable

from mlops_platform.core.facts.python.expressions import note_unpacked, walk
from mlops_platform.core.facts.python.names import (
    LONGEST_NAME,
    NOTHING,
    UNKNOWN,
    Instance,
    Names,
    Value,
)
from mlops_platform.core.facts.python.notes import Notes
from mlops_platform.core.facts.python.resolution import bind_target, dotted, value


def note_statement(notes: Notes, statement: ast.stmt) -> None:
    """Note what a statement imports, binds and calls."""
    handler = _HANDLERS.get(type(statement))
    if handler is not None:
        handler(notes, statement)


def promised(names: Names, annotation: ast.expr | None) -> Value:
    """Value a variable or parameter by its annotation, where that is a plain class."""
    if isinstance(annotation, ast.Name | ast.Attribute):
        name = dotted(names, annotation)
        if name and names.is_class(name) and not name.startswith("typing."):
            return Instance(name)
    return UNKNOWN


def absolute(package: str, module: str, level: int) -> str:
    """Return the absolute name of an import seen from a package."""
    if not level:
        return module
    parts = package.split(".") if package else []
    above = parts[: max(0, len(parts) - level + 1)]
    return ".".join((*above, module)) if module else ".".join(above)


def _import(notes: Notes, statement: ast.Import) -> None:
    for alias in statement.names:
        first = alias.name.partition(".")[0]
        notes.names.bind(alias.asname or first, alias.name if alias.asname else first)
        notes.imported(alias.name, None, 0, statement.lineno)


def _import_from(notes: Notes, statement: ast.ImportFrom) -> None:
    module = statement.module or ""
    origin = absolute(notes.package, module, statement.level)[:LONGEST_NAME]
    for alias in statement.names:
        if alias.name != "*":
            name = f"{origin}.{alias.name}" if origin else alias.name
            notes.names.bind(alias.asname or alias.name, name)
        notes.imported(module, alias.name, statement.level, statement.lineno)


def _assign(notes: Notes, statement: ast.Assign) -> None:
    walk(notes, statement.value)
    worth = value(notes.names, statement.value)
    for target in statement.targets:
        if type(target) is ast.Name:
            notes.names.bind(target.id, worth)
            notes.assigned.setdefault(target.id, statement.value)
            if type(statement.value) is ast.Call:
                notes.made[statement.value] = target.id
        else:
            walk(notes, target)
            bind_target(notes.names, target, worth, statement.value)
    note_unpacked(notes, statement)


def _assign_annotated(notes: Notes, statement: ast.AnnAssign) -> None:
    walk(notes, statement.value)
    worth = value(notes.names, statement.value)
    if worth is UNKNOWN or worth == NOTHING:
        worth = promised(notes.names, statement.annotation)
    bind_target(notes.names, statement.target, worth)


def _assign_augmented(notes: Notes, statement: ast.AugAssign) -> None:
    walk(notes, statement.value)
    bind_target(notes.names, statement.target, UNKNOWN)


def _expression(notes: Notes, statement: ast.Expr) -> None:
    """Walk an expression; a bare literal is a comment."""
    if type(statement.value) is not ast.Constant:
        walk(notes, statement.value)


def _children(notes: Notes, statement: ast.stmt) -> None:
    for child in ast.iter_child_nodes(statement):
        walk(notes, child)


_HANDLERS: dict[type[ast.stmt], Callable[..., None]] = {
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Assign: _assign,
    ast.AnnAssign: _assign_annotated,
    ast.AugAssign: _assign_augmented,
    ast.Expr: _expression,
    ast.Return: _children,
    ast.Raise: _children,
    ast.Assert: _children,
    ast.Delete: _children,
}
