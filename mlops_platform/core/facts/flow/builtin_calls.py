"""Functions of Python itself, and of its library, that pass values on."""

from collections.abc import Callable

from mlops_platform.core.facts.flow.iteration import elements
from mlops_platform.core.facts.flow.joins import join_all
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Names
from mlops_platform.core.facts.flow.values import Data, Listing, Partial, Table, Value


def _enumerate(machine: Machine, arguments: Arguments) -> Value:
    first = arguments.get(0)
    items = elements(machine, first) if first is not None else []
    return Listing([Listing([machine.unknown(), each]) for each in items])


def _zip(machine: Machine, arguments: Arguments) -> Value:
    columns = [elements(machine, each) for each in arguments.positional]
    return Listing([Listing(list(row)) for row in zip(*columns, strict=False)])


def _same(machine: Machine, arguments: Arguments) -> Value:
    first = arguments.get(0)
    is_kept = isinstance(first, Listing | Data | Table | Names)
    return first if is_kept and first is not None else machine.unknown()


def _next(machine: Machine, arguments: Arguments) -> Value:
    first = arguments.get(0)
    return join_all(machine, elements(machine, first)[:8]) if first else machine.unknown()


def _dict(_machine: Machine, arguments: Arguments) -> Value:
    table = Table()
    table.entries.update(arguments.keywords)
    return table


def _partial(machine: Machine, arguments: Arguments) -> Value:
    if not arguments.positional:
        return machine.unknown()
    function, *rest = arguments.positional
    return Partial(function, tuple(rest), tuple(arguments.keywords.items()))


BUILTINS: dict[str, Callable[[Machine, Arguments], Value]] = {
    "enumerate": _enumerate,
    "zip": _zip,
    "list": _same,
    "tuple": _same,
    "iter": _same,
    "next": _next,
    "dict": _dict,
    "set": _same,
    "abs": _same,
    "tqdm.tqdm": _same,
    "tqdm.auto.tqdm": _same,
    "tqdm.notebook.tqdm": _same,
    "functools.partial": _partial,
}
