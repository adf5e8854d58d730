"""Two ways through a program, of which nobody knows which is taken: both, from the same state.

What things hold (fits, attributes, entries) is put back for the second way and joined behind both;
the names of a scope are joined by who runs the statements.
"""

from collections.abc import Callable
from typing import NamedTuple

from mlops_platform.core.facts.flow.changes import Kept, State, Trail
from mlops_platform.core.facts.flow.joins import join, join_learned
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.values import Value


class Way(NamedTuple):
    """How one way ended, what it changed, and what that was before."""

    is_through: bool
    is_raised: bool
    made: Trail
    before: Trail


def walk(machine: Machine, run: Callable[[], bool]) -> Way:
    """Run one way, and put everything back."""
    machine.trails.append({})
    machine.is_raised = False
    is_through = run()
    before = machine.trails.pop()
    made = {cell: cell.read() for cell in before}
    for cell, kept in before.items():
        cell.write(kept)
    return Way(is_through, not is_through and machine.is_raised, made, before)


def meet(machine: Machine, one: Way, other: Way) -> None:
    """Go on behind both ways: what only one of them did is doubtful from here on."""
    machine.is_raised = one.is_raised and other.is_raised
    if one.is_raised or other.is_raised:
        _take(machine, other if one.is_raised else one)
    elif one.is_through == other.is_through:
        _join(machine, one.made, other.made, {**other.before, **one.before})
    else:
        # The rest of the block is run on the way that goes on; its end is where both meet.
        gone, staying = (other, one) if one.is_through else (one, other)
        _take(machine, staying)
        machine.gone.append(gone.made)
        machine.trails.append(dict(gone.before))


def meet_gone(machine: Machine, count: int) -> None:
    """Join all but so many of the ways that were left, at the end of the block that they left."""
    while len(machine.gone) > count:
        before = machine.trails.pop()
        made = {cell: cell.read() for cell in before}
        _join(machine, made, machine.gone.pop(), before)


def either(machine: Machine, one: Callable[[], Value], other: Callable[[], Value]) -> Value:
    """Return what is true of two expressions of which one is evaluated."""
    values: list[Value] = []

    def of_one() -> bool:
        values.append(one())
        return True

    def of_other() -> bool:
        values.append(other())
        return True

    first, second = walk(machine, of_one), walk(machine, of_other)
    meet(machine, first, second)
    return join(machine, *values)


def _take(machine: Machine, way: Way) -> None:
    for cell, kept in way.made.items():
        machine.remember(cell, way.before[cell])
        cell.write(kept)


def _join(machine: Machine, one: Trail, other: Trail, before: Trail) -> None:
    for cell, kept in before.items():
        machine.remember(cell, kept)
        cell.write(_joined(machine, one.get(cell, kept), other.get(cell, kept)))


def _joined(machine: Machine, one: Kept, other: Kept) -> Kept:
    if isinstance(one, State) and isinstance(other, State):
        # What is not fitted cannot be used: whoever uses it went where it was.
        if not one.fits or not other.fits:
            return one if one.fits else other
        fits = tuple(sorted({*one.fits, *other.fits}))
        return State(fits, join_learned(one.learned, other.learned))
    if one is None or other is None or isinstance(one, State) or isinstance(other, State):
        return other if one is None else one
    return join(machine, one, other)
