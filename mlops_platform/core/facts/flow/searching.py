"""Searches: a function is called again and again, and what scored best is kept."""

from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Scores
from mlops_platform.core.facts.flow.selection import note_selection
from mlops_platform.core.facts.flow.values import (
    Bound,
    Function,
    Partial,
    Value,
)


def search(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Search by what a function returns."""
    objective = arguments.get(0, "fn", "func", "f")
    if isinstance(objective, Function | Bound | Partial):
        line = machine.line
        returned = machine.call(objective, Arguments((machine.unknown(),), {}))
        machine.line = line
        scores = [each for each in contents(returned) if isinstance(each, Scores)]
        events = sorted({event for each in scores for event in each.events})
        if events:
            note_selection(machine, tuple(events), name)
    return machine.unknown()
