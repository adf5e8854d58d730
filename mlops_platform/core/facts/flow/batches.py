"""Datasets, loaders and networks that are trained step by step, as PyTorch has them."""

from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.gradients import compare
from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import (
    EACH_ROW,
    Constant,
    Loss,
)
from mlops_platform.core.facts.flow.rows import part
from mlops_platform.core.facts.flow.values import (
    Bound,
    Data,
    Estimator,
    Function,
    Instance,
    Listing,
    Value,
)

_WRAPPERS = frozenset({"DataParallel", "DistributedDataParallel"})
_FUNCTIONAL = "torch.nn.functional."


def dataset_rows(machine: Machine, value: Value | None) -> Data | None:
    """Return the rows of a dataset; one of the repository's own is asked for a row of its."""
    if isinstance(value, Instance) and isinstance(value.of.find("__getitem__"), Function):
        given = machine.call(Bound(value, "__getitem__"), Arguments((EACH_ROW,), {}))
        found = [each for each in contents(given) if isinstance(each, Data)]
        learned = frozenset(each for one in found for each in one.learned)
        return Data(found[0].rows, learned) if found else None
    return machine.as_data(value) if isinstance(value, Data) else None


def load_batches(machine: Machine, _name: str, arguments: Arguments) -> Value:
    """Make a loader: its elements are batches of the dataset's rows."""
    data = dataset_rows(machine, arguments.get(0, "dataset"))
    return data._replace(is_batch=True, columns=None) if data else machine.unknown()


def split_at_random(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Run `random_split`: one part for each length."""
    data = dataset_rows(machine, arguments.get(0, "dataset"))
    lengths = arguments.get(1, "lengths")
    if data is None or not isinstance(lengths, Listing):
        return machine.unknown()
    split = machine.keyed("split", data.rows, machine.here())
    event = machine.event(Deed.SPLIT, name)
    names = machine.names_of(data.rows)
    machine.note(event._replace(rows=data.rows, learned=data.learned, split=split, names=names))
    count = len(lengths.items)
    sides = ("0", "1") if count == len("01") else tuple(f"{n} of {count}" for n in range(count))
    return Listing([data._replace(rows=part(data.rows, split, side)) for side in sides])


def shipped(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Return one side of a collection that comes in two, or pictures of a folder."""
    side = arguments.keywords.get("train")
    told = arguments.get(0, "root") if name.endswith("Folder") else Constant(name)
    key = told if isinstance(told, Constant) else (machine.here(), told)
    rows = machine.source("collection", name, key)
    machine.note(machine.event(Deed.LOAD, name)._replace(rows=rows))
    if isinstance(side, Constant):
        split = machine.keyed("shipped", rows)
        rows = part(rows, split, "0" if side.value else "1")
    return Data(rows)


def network(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Make a part of a network, or what compares its outputs with targets."""
    last = name.rpartition(".")[2]
    if last in _WRAPPERS and arguments.positional:
        return arguments.positional[0]
    if last.endswith("Loss"):
        return Loss(name)
    if name.startswith(_FUNCTIONAL) and not last[:1].isupper():
        return compare(machine, Loss(name), arguments)
    made = Estimator(name, (), is_model=True, place=machine.here())
    made.is_network = True
    return made
