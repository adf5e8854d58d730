"""Tables by groups: what is told of a group is a statistic of one column's rows."""

from mlops_platform.core.facts.flow.assignment import column_names
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Constant, Learned
from mlops_platform.core.facts.flow.values import (
    Data,
    Grouped,
    Table,
    Value,
)

# Of a column and its group alone; sizes tell nothing of a column.
_STATISTICS = frozenset({"mean", "median", "std", "var", "sum", "min", "max", "quantile"})
_PER_ROW = frozenset({"transform", "apply"})
_OVER_GROUPS = frozenset({"agg", "aggregate"})
_SIZES = frozenset({"count", "size", "nunique", "cumcount", "rank"})


def group(_machine: Machine, owner: Data, _arguments: Arguments) -> Value:
    """Run `groupby`; of a chosen column its name is kept."""
    return Grouped(owner, single_name(owner))


def choose(owner: Grouped, key: Value) -> Grouped:
    """Choose a column of each group."""
    names = column_names(key)
    return owner._replace(about=min(names) if names and len(names) == 1 else "")


def call_grouped(machine: Machine, owner: Grouped, method: str, arguments: Arguments) -> Value:
    """Call a method of groups."""
    first = arguments.get(0, "func")
    if isinstance(first, Constant) and first.value in _SIZES:
        return Data(owner.data.rows)
    if method in _OVER_GROUPS and isinstance(first, Table) and len(first.entries) == 1:
        owner = owner._replace(about=min(first.entries))
    if method in _STATISTICS or method in _OVER_GROUPS:
        told = _told(machine, owner, method)
        return Data(owner.data.rows, frozenset({told}), is_summary=True)
    if method in _PER_ROW and first is not None:
        told = _told(machine, owner, method)
        return Data(owner.data.rows, frozenset({told}))
    return machine.unknown()


def single_name(data: Data) -> str:
    """Return the name of data that are one column of which the name is known."""
    if data.columns is None or data.columns.is_all_but or len(data.columns.names) != 1:
        return ""
    return min(data.columns.names)


def _told(machine: Machine, owner: Grouped, api: str) -> Learned:
    return Learned("group_statistic", api, machine.here(), owner.data.rows, about=owner.about)
