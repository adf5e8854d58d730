"""Choices that depend on how good something was."""

import ast
import re
from collections.abc import Sequence

from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.plain_values import Scores
from mlops_platform.core.facts.flow.rows import NO_ROWS, Rows
from mlops_platform.core.facts.flow.values import (
    Value,
)

_SAVES = re.compile(r"save|dump|copy|state_dict")


def note_choice(machine: Machine, test: Value, node: ast.If) -> None:
    """Note a selection where a score beats the best one so far and takes its place.

    Where nothing else follows, nothing is chosen: how good it ever was is written down.
    """
    if not isinstance(test, Scores) or _is_record(node):
        return
    is_kept = bool(_names_in(node.test) & _kept_in(node.body))
    if is_kept or (machine.loops and len(test.events) > 1 and _saves(node.body)):
        note_selection(machine, test.events, "if")


def _is_record(node: ast.If) -> bool:
    """Tell whether a condition does no more than give the best score so far its new value."""
    compared = _names_in(node.test)
    return not node.orelse and all(
        isinstance(each, ast.Assign)
        and _place(each.value) in compared
        and {_place(target) for target in each.targets} <= compared
        for each in node.body
    )


def note_looked_up(machine: Machine, scores: Scores) -> None:
    """Note that what scored best was looked up by its score."""
    if scores.best_at is not None:
        event = machine.event(Deed.SELECT, "max")
        machine.note(event._replace(scores=scores.events, place=scores.best_at))


def note_selection(
    machine: Machine, scores: tuple[int, ...], api: str, rows: Rows = NO_ROWS
) -> None:
    """Note that something was chosen by these scores, or by a look at these rows."""
    names = machine.names_of(rows) if rows else ()
    machine.note(machine.event(Deed.SELECT, api)._replace(scores=scores, rows=rows, names=names))


def _saves(body: Sequence[ast.stmt]) -> bool:
    calls = (each for one in body for each in ast.walk(one) if isinstance(each, ast.Call))
    names = (getattr(each.func, "attr", getattr(each.func, "id", "")) for each in calls)
    return any(_SAVES.search(name) for name in names)


def _names_in(node: ast.expr) -> set[str]:
    found = (_place(each) for each in ast.walk(node) if isinstance(each, ast.expr))
    return {each for each in found if each}


def _kept_in(body: Sequence[ast.stmt]) -> set[str]:
    """Return what is given a new value; a fixed one mends what cannot be, and keeps nothing."""
    kept = [e for e in body if isinstance(e, ast.Assign) and not isinstance(e.value, ast.Constant)]
    targets = [target for each in kept for target in each.targets]
    flat = [
        inner
        for each in targets
        for inner in (each.elts if isinstance(each, ast.Tuple) else [each])
    ]
    return {_place(each.value if isinstance(each, ast.Subscript) else each) for each in flat}


def _place(node: ast.expr) -> str:
    """Return a name, or an attribute of one, as a key."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""
