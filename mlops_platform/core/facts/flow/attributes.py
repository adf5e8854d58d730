"""Attributes of values that are not called."""

from collections.abc import Callable

from mlops_platform.core.facts.flow.columns import of_other_rows, only_columns
from mlops_platform.core.facts.flow.groups import choose
from mlops_platform.core.facts.flow.knowledge import canonical
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import (
    Api,
    Constant,
    Loss,
    Names,
    Unknown,
)
from mlops_platform.core.facts.flow.values import (
    Bound,
    Class,
    Data,
    Estimator,
    Function,
    Grouped,
    Instance,
    Module,
    Rolling,
    Value,
)

_INNER = frozenset({"best_estimator_", "model", "best_model", "module"})
_VIEWS = frozenset({"loc", "iloc", "ix", "at", "iat"})
_SAME = frozenset({"values", "T", "data", "target", "str", "dt", "cat", "index", "array", "images"})
_ABOUT = frozenset({"shape", "dtypes", "size", "ndim", "empty", "dtype", "axes"})


def attribute(machine: Machine, owner: Value, name: str) -> Value:
    """Return an attribute of a value."""
    handler = _HANDLERS.get(type(owner))
    found = handler(machine, owner, name) if handler else None
    return found if found is not None else machine.unknown()


def is_decorated(function: Function, name: str) -> bool:
    """Tell whether a function bears a plain decorator such as `property`."""
    decorators = getattr(function.node, "decorator_list", ())
    return any(getattr(each, "id", "") == name for each in decorators)


def _of_data(machine: Machine, owner: Data, name: str) -> Value:
    if name in _VIEWS:
        return owner._replace(is_part_view=True)
    if name in _SAME:
        return owner
    if name == "columns":
        return Names()
    if name in _ABOUT:
        return machine.unknown()
    if owner.columns is not None:
        return only_columns(owner, frozenset({name}), is_single=True)
    return of_other_rows(owner._replace(columns=None))


def _of_instance(machine: Machine, owner: Instance, name: str) -> Value:
    if name in owner.attributes:
        return owner.attributes[name]
    found = owner.of.find(name)
    if isinstance(found, Function):
        if is_decorated(found, "property"):
            return machine.call_bound(owner, name, Arguments((), {}))
        return Bound(owner, name)
    return found if found is not None else machine.unknown()


def _of_api(_machine: Machine, owner: Api, name: str) -> Value:
    return Api(canonical(f"{owner.name}.{name}"))


def _of_module(_machine: Machine, owner: Module, name: str) -> Value | None:
    return owner.scope.names.get(name)


def _of_class(_machine: Machine, owner: Class, name: str) -> Value | None:
    return owner.find(name)


def _of_estimator(_machine: Machine, owner: Estimator, name: str) -> Value | None:
    return owner if name in _INNER else None


def _of_names(_machine: Machine, owner: Names, _name: str) -> Value:
    return owner


def _of_groups(_machine: Machine, owner: Grouped, name: str) -> Value:
    return choose(owner, Constant(name))


def _of_loss(_machine: Machine, owner: Loss | Rolling, _name: str) -> Value:
    return owner


def _of_unknown(machine: Machine, owner: Unknown, name: str) -> Value:
    return Unknown(machine.keyed("attribute", owner.serial, name))


_HANDLERS: dict[type[object], Callable[..., Value | None]] = {
    Api: _of_api,
    Module: _of_module,
    Data: _of_data,
    Instance: _of_instance,
    Class: _of_class,
    Estimator: _of_estimator,
    Unknown: _of_unknown,
    Names: _of_names,
    Grouped: _of_groups,
    Rolling: _of_loss,
    Loss: _of_loss,
}
