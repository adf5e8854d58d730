"""Functions and classes of libraries, by the roles that the data file gives them."""

from collections.abc import Callable
from functools import lru_cache

from mlops_platform.core.facts.flow.batches import (
    load_batches,
    network,
    shipped,
    split_at_random,
)
from mlops_platform.core.facts.flow.builtin_calls import BUILTINS
from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.folding import cross_validate
from mlops_platform.core.facts.flow.joining import join_columns, join_rows
from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.knowledge import LONGEST_NAME, knowledge
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.making import made
from mlops_platform.core.facts.flow.metrics import measure
from mlops_platform.core.facts.flow.plain_values import (
    WHOLE,
    Constant,
    Folds,
    Scores,
    Unknown,
)
from mlops_platform.core.facts.flow.row_choices import duplicated
from mlops_platform.core.facts.flow.rows import part, united
from mlops_platform.core.facts.flow.searching import search
from mlops_platform.core.facts.flow.selection import note_selection
from mlops_platform.core.facts.flow.tables import measured, summary
from mlops_platform.core.facts.flow.training import train
from mlops_platform.core.facts.flow.values import (
    Data,
    Listing,
    Value,
)

Handler = Callable[[Machine, str, Arguments], Value]
_CHOOSE = frozenset({"argmax", "argmin", "nanargmax", "nanargmin"})
_CONTAINERS = frozenset({"list", "tuple", "dict", "zip", "enumerate", "iter"})
_BEST = frozenset({"max", "min", "nanmax", "nanmin"})
_STATISTICS = frozenset({"mean", "median", "std", "var", "min", "max", "quantile", "percentile"})


def call_library(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Call a function or class from outside the repository."""
    if len(name) > LONGEST_NAME:
        return machine.unknown()
    handler = _of_group(name)
    if handler is not None:
        return handler(machine, name, arguments)
    return made(machine, name, arguments) or _call_other(machine, name, arguments)


def _call_other(machine: Machine, name: str, arguments: Arguments) -> Value:
    known = machine.known
    if known.is_under("evaluation.metric_packages", name):
        return measure(machine, name, arguments)
    scores = [each for each in _flat(arguments) if isinstance(each, Scores)]
    if scores and name not in _CONTAINERS:
        return _of_scores(machine, name, scores, arguments)
    if name in BUILTINS:
        return BUILTINS[name](machine, arguments)
    handler = _of_package(name)
    return handler(machine, name, arguments) if handler else machine.unknown()


@lru_cache(maxsize=4096)
def _of_group(name: str) -> Handler | None:
    known = knowledge()
    return next((handler for group, handler in _GROUPS if known.is_in(group, name)), None)


@lru_cache(maxsize=4096)
def _of_package(name: str) -> Handler | None:
    known = knowledge()
    return next((handler for group, handler in _PACKAGES if known.is_under(group, name)), None)


def _load(machine: Machine, name: str, arguments: Arguments) -> Value:
    path = arguments.get(0, "filepath_or_buffer", "path", "io", "sql")
    if isinstance(path, Constant) and str(path.value) in machine.files:
        return machine.files[str(path.value)]
    key = path if isinstance(path, Constant) else (machine.here(), path)
    rows = machine.source("file", key)
    machine.note(machine.event(Deed.LOAD, name)._replace(rows=rows))
    if isinstance(path, Constant) and "train" in str(path.value).lower():
        machine.row_names.setdefault(rows, set()).add("train")
    return Data(rows, columns=WHOLE if name.startswith("pandas.") else None)


def _collection(machine: Machine, name: str, arguments: Arguments) -> Value:
    rows = machine.source("collection", name, machine.here())
    last = name.rpartition(".")[2]
    if not last.startswith(("load", "fetch", "make")):
        return machine.unknown()
    machine.note(machine.event(Deed.LOAD, name)._replace(rows=rows))
    data = Data(rows)
    if name.startswith("keras."):
        split = machine.keyed("shipped", rows)
        sides = [data._replace(rows=part(rows, split, side)) for side in ("0", "1")]
        return Listing([Listing([side, side]) for side in sides])
    is_pair = last.startswith("make_") or arguments.keywords.get("return_X_y") == Constant(
        value=True
    )
    return Listing([data, data]) if is_pair else data


def _split(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Part each array; a split that is told its seed is the same wherever it is asked again."""
    arrays = [machine.as_data(each) for each in arguments.positional]
    first = next((each for each in arrays if each is not None), None)
    if first is None:
        return machine.unknown()
    seed = arguments.keywords.get("random_state")
    is_seeded = isinstance(seed, Constant) and isinstance(seed.value, int)
    told = frozenset(((k, v) for k, v in arguments.keywords.items() if k != "stratify"))
    split = machine.keyed("split", first.rows, told if is_seeded else machine.here())
    machine.note(
        machine.event(Deed.SPLIT, name)._replace(
            rows=first.rows,
            learned=first.learned,
            split=split,
            names=machine.names_of(first.rows),
            is_shuffled=arguments.keywords.get("shuffle") != Constant(value=False),
        )
    )
    sides: list[Value] = []
    for each in arrays:
        for side in ("0", "1"):
            data = each and each._replace(rows=part(each.rows, split, side))
            sides.append(data if data is not None else machine.unknown())
    return Listing(sides)


def _folds(machine: Machine, name: str, arguments: Arguments) -> Value:
    is_told = arguments.keywords.get("shuffle") == Constant(value=True)
    is_shuffled = is_told or machine.known.is_in("splits.shuffle", name)
    return Folds(name, is_shuffled, machine.known.is_in("splits.keep_groups", name))


def _of_scores(machine: Machine, name: str, scores: list[Scores], arguments: Arguments) -> Value:
    events = tuple(sorted({event for each in scores for event in each.events}))
    last = name.rpartition(".")[2]
    if len(events) > 1 and name == "sorted":
        return Scores(events, is_ranked="key" in arguments.keywords)
    if len(events) > 1 and (last in _CHOOSE or "key" in arguments.keywords):
        note_selection(machine, events, name)
    elif len(events) > 1 and last in _BEST:
        return Scores(events, machine.here())
    return Constant(None) if name == "print" else Scores(events)


def _made(machine: Machine, arguments: Arguments) -> Value:
    """Make a table of what the program computed: its rows are those of what it is made of."""
    content = arguments.get(0, "data")
    rows = content if isinstance(content, Unknown) else machine.unknown()
    data = machine.as_data(rows)
    return data._replace(columns=WHOLE) if data else machine.unknown()


def _kept(machine: Machine, name: str, arguments: Arguments) -> Value:
    last = name.rpartition(".")[2]
    parts = [each for each in _flat(arguments) if isinstance(each, Data)]
    if not parts and machine.known.is_in("rows.made_by", name):
        return _made(machine, arguments)
    if not parts or ".random." in name:
        return machine.unknown()
    first = parts[0]
    if first.is_compared and last in {"mean", "sum", "sqrt", "count_nonzero"}:
        return measured(machine, first, name)
    if last in _STATISTICS:
        return summary(machine, first, name, arguments.get(1, "axis", "dim"))
    own = arguments.positional[0] if arguments.positional else first
    same = parts if isinstance(own, Listing) else parts[:1]
    if first.is_summary and len(parts) > 1:
        return machine.unknown()
    learned = frozenset(each for one in same for each in one.learned)
    rows = united(*(each.rows for each in same))
    fits = tuple(sorted({fit for each in same for fit in each.predicted_by}))
    return first._replace(
        rows=rows,
        learned=learned,
        predicted_by=fits,
        columns=None,
        is_single=False,
        is_part_view=False,
    )


def _resampled(machine: Machine, _name: str, arguments: Arguments) -> Value:
    """`resample` draws with replacement unless it is told not to."""
    is_plain = arguments.keywords.get("replace") == Constant(value=False)
    drawn: list[Value] = []
    for each in arguments.positional:
        data = machine.as_data(each)
        if data is None:
            return machine.unknown()
        split = machine.keyed("drawn", data.rows, machine.here())
        few = data._replace(rows=part(data.rows, split, "in"))
        drawn.append(few if is_plain else duplicated(machine, data, "sklearn.utils.resample"))
    return drawn[0] if len(drawn) == 1 else Listing(drawn)


def _flat(arguments: Arguments) -> list[Value]:
    return [each for one in arguments.every() for each in contents(one)]


_GROUPS: tuple[tuple[str, Handler], ...] = (
    ("loading.files", _load),
    ("splits.in_two", _split),
    ("splits.folds", _folds),
    ("splits.at_random", split_at_random),
    ("loading.batches", load_batches),
    ("models.trained_by", train),
    ("models.crossed_by", cross_validate),
    ("choosing.searched_by", search),
    ("evaluation.cross", cross_validate),
    ("rows.matrices", _kept),
    ("rows.joined_by", join_rows),
    ("rows.widened_by", join_columns),
    ("rows.drawn_by", _resampled),
)
_PACKAGES: tuple[tuple[str, Handler], ...] = (
    ("loading.collections", _collection),
    ("loading.split_collections", _collection),
    ("loading.pictures", shipped),
    ("models.networks", network),
    ("rows.kept_by", _kept),
)
