"""Methods of data: which keep the rows, choose some, change columns, or tell statistics."""

import ast
from collections.abc import Callable

from mlops_platform.core.facts.flow.assignment import (
    ANY_COLUMN,
    bind,
    column_names,
    remove_column,
)
from mlops_platform.core.facts.flow.columns import of_other_rows, only_columns, without_column
from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.gradients import is_network_output, step_back
from mlops_platform.core.facts.flow.groups import group
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.naming import chosen_by, correlate
from mlops_platform.core.facts.flow.ordering import change, difference, look_back, roll
from mlops_platform.core.facts.flow.plain_values import (
    WHOLE,
    Constant,
    Learned,
    Names,
    Scores,
    Selector,
)
from mlops_platform.core.facts.flow.row_choices import (
    choose_some,
    chooses_rows,
    complement,
    sample,
)
from mlops_platform.core.facts.flow.rows import are_apart, united
from mlops_platform.core.facts.flow.values import (
    Data,
    Function,
    Value,
)

_READ = frozenset({"mean", "sum", "item"})
_OF_OUTPUTS = frozenset({"argmax", "eq", "sum", "item", "tolist"})
_WRITERS = frozenset({"to_csv", "to_parquet", "to_pickle", "to_excel", "to_json", "to_feather"})


def call_table(machine: Machine, owner: Data, method: str, arguments: Arguments) -> Value:
    """Call a method of data."""
    if owner.is_compared and method in _READ:
        return measured(machine, owner, method)
    if machine.known.is_method("statistics", method) and not owner.is_batch:
        return summary(machine, owner, method, arguments.get(0, "axis", "dim"))
    if is_network_output(owner) and method in _OF_OUTPUTS:
        return owner._replace(is_compared=owner.is_compared or method == "eq")
    handler = _METHODS.get(method)
    if handler is not None:
        return handler(machine, owner, arguments)
    return _call_other(machine, owner, method, arguments)


def _call_other(machine: Machine, owner: Data, method: str, arguments: Arguments) -> Value:
    if chooses_rows(method, arguments):
        return choose_some(machine, owner, method, arguments)
    if method in _WRITERS:
        target = arguments.get(0, "path_or_buf", "path")
        if isinstance(target, Constant):
            machine.files[str(target.value)] = owner
    if machine.known.is_method("about", method):
        return owner if owner.is_summary and method == "to_dict" else machine.unknown()
    keeps = method in {"copy", "astype", "reset_index", "sort_values", "dropna", "drop_duplicates"}
    return owner if keeps else of_other_rows(owner._replace(columns=None, is_single=False))


def change_in_place(
    machine: Machine, node: ast.Attribute, owner: Data, arguments: Arguments, found: Value
) -> None:
    """Do to a table what its method changes in it: `pop`, and `inplace=True`."""
    if node.attr == "pop":
        names = column_names(arguments.get(0, "item"))
        remove_column(machine, node.value, owner, names or frozenset({ANY_COLUMN}))
    elif arguments.get(9, "inplace") == Constant(value=True):
        names = _dropped(arguments) if node.attr == "drop" else None
        if node.attr == "drop":
            remove_column(machine, node.value, owner, names or frozenset({ANY_COLUMN}))
        elif isinstance(found, Data):
            bind(machine, node.value, found)


def summary(machine: Machine, owner: Data, api: str, axis: Value | None) -> Data:
    """Return a statistic of all rows; one along a row is no statistic of the others."""
    if isinstance(axis, Constant) and axis.value in {1, -1, "columns"}:
        return owner._replace(columns=None)
    if owner.is_summary:
        return owner
    learned = Learned("statistic", api, machine.here(), owner.rows)
    return Data(owner.rows, frozenset({learned}), is_summary=True)


def score_of(machine: Machine, predictions: Data, api: str) -> Scores:
    """Note that predictions were measured."""
    event = machine.note(
        machine.event(Deed.SCORE, api)._replace(
            rows=predictions.rows,
            learned=predictions.learned,
            fits=predictions.predicted_by,
            names=machine.names_of(predictions.rows),
        )
    )
    return Scores((event,))


def measured(machine: Machine, owner: Data, api: str) -> Value:
    """Read a loss or a count of hits; a network's of the rows that it learns is no score."""
    if api == "item" and not is_network_output(owner):
        return machine.unknown()
    fits = [machine.log[serial] for serial in owner.predicted_by]
    is_apart = bool(fits) and all(are_apart(fit.rows, owner.rows) for fit in fits)
    if is_apart or not is_network_output(owner):
        return score_of(machine, owner, api)
    return owner


def _drop(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    index = arguments.get(0, "index", "labels")
    names = arguments.keywords.get("columns", index)
    if isinstance(names, Names):
        return owner._replace(columns=None, learned=owner.learned | chosen_by(names))
    if isinstance(index, Data) and "columns" not in arguments.keywords:
        return complement(machine, owner, index)
    return without_column(owner, _dropped(arguments))


def _dropped(arguments: Arguments) -> frozenset[str] | None:
    columns = arguments.keywords.get("columns")
    return column_names(columns if columns is not None else arguments.get(0, "labels"))


def _fill(_machine: Machine, owner: Data, arguments: Arguments) -> Value:
    value = arguments.get(0, "value")
    if not isinstance(value, Data) or not value.is_summary:
        more = value.learned if isinstance(value, Data) else frozenset()
        by_group = frozenset(each for each in more if each.purpose == "group_statistic")
        return owner._replace(learned=owner.learned | by_group)
    flowing = {
        each._replace(
            purpose="imputation", columns=owner.columns.names if owner.is_single else None
        )
        if owner.columns
        else each._replace(purpose="imputation")
        for each in value.learned
    }
    return owner._replace(learned=owner.learned | flowing)


def _pop(_machine: Machine, owner: Data, arguments: Arguments) -> Value:
    names = column_names(arguments.get(0, "item"))
    return only_columns(owner, names, is_single=True) if names else owner._replace(columns=None)


def _is_in(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    return Selector(machine.keyed("isin", owner.rows, arguments.get(0, "values")), "in")


def _append(_machine: Machine, owner: Data, arguments: Arguments) -> Value:
    other = arguments.get(0, "other")
    if not isinstance(other, Data):
        return owner._replace(columns=None)
    return Data(united(owner.rows, other.rows), owner.learned | other.learned, WHOLE)


def _merge(_machine: Machine, owner: Data, arguments: Arguments) -> Value:
    other = arguments.get(0, "right", "other")
    more = other.learned if isinstance(other, Data) and other.is_summary else frozenset()
    return owner._replace(columns=None, learned=owner.learned | more)


def _apply(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    """Let flow in what a lambda computes each value with: `lambda x: (x - mean) / std`.

    A value is not the rows: what it tells of itself, such as `x.max()`, is learned of none.
    """
    told = arguments.get(0, "func", "arg")
    kept = owner._replace(columns=None, is_single=False)
    if not isinstance(told, Function) or not isinstance(told.node, ast.Lambda):
        return kept
    computed = machine.call(told, Arguments((machine.unknown(),), {}))
    if not isinstance(told.node.body, ast.BinOp) or not isinstance(computed, Data):
        return kept
    return kept._replace(learned=owner.learned | _as_scaling(computed))


def _map(machine: Machine, owner: Data, arguments: Arguments) -> Value:
    if isinstance(arguments.get(0, "arg"), Function):
        return _apply(machine, owner, arguments)
    told = arguments.get(0, "arg", "to_replace")
    more = told.learned if isinstance(told, Data) and told.is_summary else frozenset()
    return owner._replace(learned=owner.learned | more)


def _as_scaling(computed: Data) -> frozenset[Learned]:
    return frozenset(
        each._replace(purpose="scaling") if each.purpose == "statistic" else each
        for each in computed.learned
    )


def _backward(machine: Machine, owner: Data, _arguments: Arguments) -> Value:
    return step_back(machine, owner)


_METHODS: dict[str, Callable[[Machine, Data, Arguments], Value]] = {
    "drop": _drop,
    "sample": sample,
    "fillna": _fill,
    "pop": _pop,
    "isin": _is_in,
    "append": _append,
    "merge": _merge,
    "join": _merge,
    "apply": _apply,
    "applymap": _apply,
    "progress_apply": _apply,
    "map": _map,
    "replace": _map,
    "groupby": group,
    "corr": correlate,
    "shift": look_back,
    "rolling": roll,
    "ewm": roll,
    "pct_change": change,
    "diff": difference,
    "backward": _backward,
}
