"""Estimators: what fitting learns, and what transforming, predicting and scoring do with it."""

from collections.abc import Callable

from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.rows import are_split, holds
from mlops_platform.core.facts.flow.selection import note_selection
from mlops_platform.core.facts.flow.tables import score_of
from mlops_platform.core.facts.flow.values import (
    Constant,
    Data,
    Estimator,
    Learned,
    Listing,
    Scores,
    Value,
)


def call_estimator(machine: Machine, owner: Estimator, method: str, arguments: Arguments) -> Value:
    """Call a method of an estimator."""
    handler = _METHODS.get(method)
    return handler(machine, owner, arguments) if handler else machine.unknown()


def fit(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    """Fit an estimator to the rows of its first argument."""
    data = machine.as_data(arguments.get(0, "X", "x", "raw_documents", "train_set"))
    if data is None:
        return owner
    target = arguments.get(1, "y", "label")
    event = machine.note(
        machine.event(Deed.FIT, owner.api)._replace(
            rows=data.rows,
            learned=data.learned,
            names=machine.names_of(data.rows),
            is_supervised=owner.is_model and target is not None and _is_supervised(machine, owner),
            target=_column_in_both(machine, owner, data, target),
        )
    )
    machine.fit_by(owner, event)
    owner.learned = frozenset(
        Learned(purpose, owner.api, machine.here(), data.rows) for purpose in owner.purposes
    )
    _note_early_stopping(machine, owner, arguments, data)
    return owner


def transform(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    """Change rows by what was learned."""
    data = machine.as_data(arguments.get(0, "X", "raw_documents", "y"))
    if data is None:
        return machine.unknown()
    columns = data.columns if owner.purposes and not owner.is_composite else None
    return Data(data.rows, data.learned | owner.learned, columns, is_single=data.is_single)


def _fit_transform(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    first = arguments.get(0, "X", "raw_documents", "y")
    given = arguments if arguments.positional else Arguments((first,) if first else (), {})
    fit(machine, owner, given)
    return transform(machine, owner, given)


def _resample(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    fit(machine, owner, arguments)
    parts: list[Value] = []
    for position, name in enumerate(("X", "y")):
        data = machine.as_data(arguments.get(position, name))
        made = data and data._replace(learned=data.learned | owner.learned)
        parts.append(made if made is not None else machine.unknown())
    return Listing(parts)


def predict(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    """Predict for the rows of the first argument."""
    data = machine.as_data(arguments.get(0, "X", "x", "data"))
    if data is None or not owner.is_model:
        return machine.unknown()
    if any(are_split(machine.log[serial].rows, data.rows) for serial in owner.fits):
        event = machine.event(Deed.PREDICT, owner.api)
        machine.note(event._replace(rows=data.rows, learned=data.learned, fits=owner.fits))
    return Data(data.rows, data.learned, predicted_by=owner.fits)


def _score(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    predictions = predict(machine, owner, arguments)
    if isinstance(predictions, Data) and predictions.predicted_by:
        return score_of(machine, predictions, f"{owner.api}.score")
    return machine.unknown()


def _itself(_machine: Machine, owner: Estimator, _arguments: Arguments) -> Value:
    return owner


def cross_validate(machine: Machine, api: str, arguments: Arguments) -> Value:
    """Fit and score inside folds; whatever the estimator holds is refitted there."""
    data = machine.as_data(arguments.get(1, "X"))
    if data is None:
        return machine.unknown()
    event = machine.note(
        machine.event(Deed.CROSS_SCORE, api)._replace(
            rows=data.rows,
            learned=data.learned,
            names=machine.names_of(data.rows),
            is_supervised=arguments.get(2, "y") is not None,
        )
    )
    return Scores((event,))


def _is_supervised(machine: Machine, owner: Estimator) -> bool:
    return not machine.known.is_under("models.unsupervised", owner.api)


def _column_in_both(machine: Machine, owner: Estimator, data: Data, target: Value | None) -> str:
    """Return the target's column where the features surely hold it too."""
    if not owner.is_model or owner.is_composite or not isinstance(target, Data):
        return ""
    if not target.is_single or target.columns is None or target.columns.is_all_but:
        return ""
    (name,) = sorted(target.columns.names) if len(target.columns.names) == 1 else ("",)
    is_same = data.rows == target.rows and data.columns is not None
    was_removed = any(gone == name and holds(r, data.rows) for r, gone in machine.removed)
    is_held = is_same and data.columns is not None and data.columns.holds(name)
    return name if name and is_held and not was_removed and not data.is_single else ""


def _note_early_stopping(
    machine: Machine, owner: Estimator, arguments: Arguments, fitted: Data
) -> None:
    watched = arguments.keywords.get("validation_data") or arguments.keywords.get("eval_set")
    if watched is None or not _stops_early(owner, arguments):
        return
    held_out = [each for each in contents(watched) if isinstance(each, Data)]
    rows = [each.rows for each in held_out if each.rows != fitted.rows]
    if rows:
        note_selection(machine, (), "early stopping", rows[-1])


def _stops_early(owner: Estimator, arguments: Arguments) -> bool:
    rounds = arguments.keywords.get("early_stopping_rounds")
    if owner.stops_early or (rounds is not None and rounds != Constant(None)):
        return True
    callbacks = arguments.keywords.get("callbacks")
    found = contents(callbacks) if callbacks is not None else []
    return any(isinstance(each, Estimator) and each.stops_early for each in found)


_METHODS: dict[str, Callable[[Machine, Estimator, Arguments], Value]] = {
    "fit": fit,
    "partial_fit": fit,
    "fit_transform": _fit_transform,
    "fit_resample": _resample,
    "fit_sample": _resample,
    "transform": transform,
    "predict": predict,
    "predict_proba": predict,
    "predict_classes": predict,
    "decision_function": predict,
    "__call__": predict,
    "score": _score,
    "evaluate": _score,
    "set_params": _itself,
}
