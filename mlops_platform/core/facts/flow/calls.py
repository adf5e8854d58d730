"""Calls: who answers for which kind of value."""

from collections.abc import Callable

from mlops_platform.core.facts.flow.assignment import MOST_ITEMS, blur
from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.functions import call_class, call_function, call_instance
from mlops_platform.core.facts.flow.gradients import compare, step_back
from mlops_platform.core.facts.flow.groups import call_grouped
from mlops_platform.core.facts.flow.learning import call_estimator
from mlops_platform.core.facts.flow.library import call_library
from mlops_platform.core.facts.flow.literals import call_literal
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.naming import call_names
from mlops_platform.core.facts.flow.ordering import call_rolling
from mlops_platform.core.facts.flow.plain_values import (
    Api,
    Constant,
    Folds,
    Loss,
    Names,
    Scores,
    Selector,
    Unknown,
)
from mlops_platform.core.facts.flow.searching import search
from mlops_platform.core.facts.flow.selection import note_looked_up
from mlops_platform.core.facts.flow.tables import call_table
from mlops_platform.core.facts.flow.values import (
    Bound,
    Class,
    Data,
    Estimator,
    Function,
    Grouped,
    Instance,
    Listing,
    Module,
    Partial,
    Rolling,
    Table,
    Value,
)

_LEARNS = frozenset(
    {"fit", "fit_transform", "predict", "predict_proba", "score", "evaluate", "transform"}
)

_CHANGE = frozenset({"remove", "discard", "pop", "insert", "clear", "update", "difference_update"})


def call(machine: Machine, function: Value, arguments: Arguments) -> Value:
    """Call a value."""
    handler = _CALLED.get(type(function))
    return handler(machine, function, arguments) if handler else machine.unknown()


def _call_api(machine: Machine, function: Api, arguments: Arguments) -> Value:
    return call_library(machine, function.name, arguments)


def _call_partial(machine: Machine, function: Partial, arguments: Arguments) -> Value:
    given = (*function.positional, *arguments.positional)
    keywords = {**dict(function.keywords), **arguments.keywords}
    return machine.call(function.function, Arguments(given, keywords))


def _call_unknown_itself(machine: Machine, function: Unknown, arguments: Arguments) -> Value:
    """Remember what gave outputs of rows: its loss may tell that it is a network."""
    network = machine.networks.get(function.serial)
    if network is not None:
        return call_estimator(machine, network, "__call__", arguments)
    found = machine.unknown()
    first = arguments.get(0)
    if isinstance(first, Data):
        machine.outputs[found.serial] = (function, first)
    return found


def _call_itself(machine: Machine, function: Estimator | Instance, arguments: Arguments) -> Value:
    return _call_bound(machine, Bound(function, "__call__"), arguments)


def _call_bound(machine: Machine, bound: Bound, arguments: Arguments) -> Value:
    handler = _METHODS.get(type(bound.owner), _call_other)
    return handler(machine, bound.owner, bound.method, arguments)


def _call_member(
    machine: Machine, owner: Module | Class, method: str, arguments: Arguments
) -> Value:
    found = owner.find(method) if isinstance(owner, Class) else owner.scope.names.get(method)
    return machine.call(found, arguments) if found is not None else machine.unknown()


def _call_unknown(machine: Machine, owner: Unknown, method: str, arguments: Arguments) -> Value:
    """Only what is fitted in sight is a model; a loaded one tells nothing."""
    first = arguments.get(0)
    if isinstance(first, Data) and first.made_by is not None and method in {"scale", "backward"}:
        return first if method == "scale" else step_back(machine, first)
    if method == "optimize":
        return search(machine, "optimize", arguments)
    if method in _LEARNS:
        return call_estimator(machine, machine.as_estimator(owner), method, arguments)
    return Unknown(machine.fresh())


def _fold(machine: Machine, owner: Folds, method: str, arguments: Arguments) -> Value:
    data = machine.as_data(arguments.get(0, "X"))
    if method != "split" or data is None:
        return machine.unknown()
    split = machine.keyed("folds", data.rows, machine.here())
    groups = arguments.get(2, "groups")
    machine.note(
        machine.event(Deed.SPLIT, owner.api)._replace(
            rows=data.rows,
            learned=data.learned,
            names=machine.names_of(data.rows),
            split=split,
            is_shuffled=owner.is_shuffled,
            is_grouped=owner.keeps_groups,
            ignores_groups=isinstance(groups, Data) and not owner.keeps_groups,
        )
    )
    return Listing([Listing([Selector(split, "0"), Selector(split, "1")])])


def _call_other(machine: Machine, owner: Value, method: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    if method == "index" and isinstance(owner, Scores) and isinstance(first, Scores):
        note_looked_up(machine, first)
    return owner if isinstance(owner, Scores | Loss) else machine.unknown()


def _call_listing(machine: Machine, owner: Listing, method: str, arguments: Arguments) -> Value:
    first = arguments.get(0)
    if method in {"append", "add"} and first is not None and len(owner.items) < MOST_ITEMS:
        owner.items.append(first)
        return Constant(None)
    if method == "extend" and isinstance(first, Listing):
        owner.items.extend(first.items[: MOST_ITEMS - len(owner.items)])
        return Constant(None)
    if method == "index" and isinstance(first, Scores):
        note_looked_up(machine, first)
    if method in {"remove", "discard"} and first in owner.items and isinstance(first, Constant):
        owner.items.remove(first)
    elif method in _CHANGE:
        blur(machine, owner)
    return Listing(list(owner.items)) if method == "copy" else machine.unknown()


def _call_dict(machine: Machine, owner: Table, method: str, arguments: Arguments) -> Value:
    if method == "items":
        pairs: list[Value] = [Listing([Constant(key), each]) for key, each in owner.entries.items()]
        return Listing([*pairs, *(Listing([machine.unknown(), each]) for each in owner.others)])
    if method == "values":
        return Listing(owner.values())
    if method == "keys":
        return Listing([Constant(key) for key in owner.entries])
    key = arguments.get(0)
    if method in {"get", "pop"} and isinstance(key, Constant):
        found = owner.entries.get(str(key.value))
        return found if found is not None else machine.unknown()
    if method == "update" and isinstance(key, Table):
        owner.entries |= key.entries
    return machine.unknown()


_CALLED: dict[type[object], Callable[..., Value]] = {
    Api: _call_api,
    Bound: _call_bound,
    Function: call_function,
    Partial: _call_partial,
    Loss: compare,
    Unknown: _call_unknown_itself,
    Class: call_class,
    Estimator: _call_itself,
    Instance: _call_itself,
}
_METHODS: dict[type[object], Callable[..., Value]] = {
    Constant: call_literal,
    Data: call_table,
    Estimator: call_estimator,
    Instance: call_instance,
    Names: call_names,
    Grouped: call_grouped,
    Rolling: call_rolling,
    Loss: _call_other,
    Unknown: _call_unknown,
    Folds: _fold,
    Module: _call_member,
    Class: _call_member,
    Listing: _call_listing,
    Table: _call_dict,
}
