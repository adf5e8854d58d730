"""The order of rows: earlier rows that become features, and windows that slide."""

import ast

from mlops_platform.core.facts.flow.columns import of_other_rows
from mlops_platform.core.facts.flow.groups import single_name
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import OWN_ROW, Constant, Learned
from mlops_platform.core.facts.flow.values import (
    Data,
    Rolling,
    Value,
)

UNSTRIDED = 2


def look_back(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    """Run `shift`: what comes later is no look back."""
    owner = of_other_rows(owner)
    steps = arguments.get(0, "periods")
    if isinstance(steps, Constant) and isinstance(steps.value, int) and steps.value <= 0:
        return owner._replace(columns=None)
    if isinstance(steps, Constant) or steps is None:
        return ordered(machine, owner, "lag", "shift")
    return owner._replace(columns=None)


def roll(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    """Run `rolling` or `ewm`: the window ends with the row itself, unless it is told not to."""
    told = arguments.keywords.get("closed")
    ends_before = told is not None and told not in (Constant("right"), Constant("both"))
    found = ordered(machine, owner, "lag", "rolling")
    return Rolling(found if ends_before else _of_own_row(machine, owner, found, "rolling"))


def change(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    """Run `pct_change`."""
    found = ordered(machine, owner, "lag", "pct_change")
    return _of_own_row(machine, owner, found, "pct_change") if _looks_back(arguments) else found


def difference(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    """Run `diff`."""
    found = owner._replace(columns=None, is_single=False)
    return _of_own_row(machine, owner, found, "diff") if _looks_back(arguments) else found


def _looks_back(arguments: Arguments) -> bool:
    steps = arguments.get(0, "periods")
    number = steps.value if isinstance(steps, Constant) else None
    return steps is None or (isinstance(number, int) and number > 0)


def _of_own_row(machine: Machine, owner: Data, found: Data, api: str) -> Data:
    """Say that rows hold something of their own value of a column, where its name is known."""
    name = single_name(owner)
    if not name or not owner.is_single:
        return found
    told = Learned(OWN_ROW, api, machine.here(), owner.rows, about=name)
    return found._replace(learned=found.learned | {told})


def call_rolling(_machine: Machine, owner: Rolling, _method: str, _arguments: Arguments) -> Value:
    """Call a method of a window: whatever it tells, it tells of each row."""
    return owner.data


def ordered(machine: Machine, owner: Data, purpose: str, api: str) -> Data:
    """Say that rows hold something of the rows before them."""
    told = Learned(purpose, api, machine.here(), owner.rows)
    return owner._replace(learned=owner.learned | {told}, columns=None, is_single=False)


def is_window(machine: Machine, key: ast.Slice) -> bool:
    """Tell whether a slice slides over the rows: both ends move with a loop, one by one."""
    if key.lower is None or key.upper is None or key.step is not None:
        return False
    moving = _names(key.lower) & _names(key.upper) & machine.counters
    return bool(moving)


def _names(node: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def note_counter(machine: Machine, target: ast.expr, iterated: ast.expr) -> None:
    """Remember whether a loop's name counts one by one."""
    if not isinstance(target, ast.Name):
        return
    is_range = isinstance(iterated, ast.Call) and getattr(iterated.func, "id", "") == "range"
    if is_range and isinstance(iterated, ast.Call) and len(iterated.args) <= UNSTRIDED:
        machine.counters.add(target.id)
    else:
        machine.counters.discard(target.id)
