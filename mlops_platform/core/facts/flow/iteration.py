"""What a loop gives, element by element."""

from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.plain_values import (
    Constant,
    Names,
    Scores,
)
from mlops_platform.core.facts.flow.values import (
    Data,
    Listing,
    Table,
    Value,
)


def elements(machine: Machine, value: Value) -> list[Value]:
    """Return the elements that are known, at least one."""
    if isinstance(value, Listing):
        return value.items[:64] or [machine.unknown()]
    if isinstance(value, Table):
        keys: list[Value] = [Constant(key) for key in list(value.entries)[:64]]
        return keys or [machine.unknown()]
    if isinstance(value, Data):
        return [value if value.is_batch else value._replace(columns=None)]
    if isinstance(value, Scores):
        return [value._replace(is_ranked=False)]
    if isinstance(value, Names):
        return [value]
    return [machine.unknown()]


def unpacked(machine: Machine, value: Value, count: int) -> list[Value]:
    """Return the values of so many names on the left of an assignment."""
    if isinstance(value, Listing) and len(value.items) == count:
        return list(value.items)
    if isinstance(value, Scores):
        return [value._replace(is_ranked=False)] * count
    if isinstance(value, Names):
        return [value] * count
    if isinstance(value, Data) and (value.is_batch or value.made_by is not None):
        return [value._replace(is_batch=False)] * count
    return [machine.unknown() for _ in range(count)]
