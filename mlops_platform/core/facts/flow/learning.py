"""Estimators: what fitting learns, and what transforming, predicting and scoring do with it."""

from collections.abc import Callable

from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.folding import column_in_both, note_folds, own_row_of
from mlops_platform.core.facts.flow.groups import single_name
from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import (
    Constant,
    Learned,
    Names,
)
from mlops_platform.core.facts.flow.rows import are_split
from mlops_platform.core.facts.flow.selection import note_selection
from mlops_platform.core.facts.flow.tables import score_of
from mlops_platform.core.facts.flow.values import (
    Data,
    Estimator,
    Listing,
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
            own_row=own_row_of(owner, data, target),
            target=column_in_both(machine, owner, data, target),
            answer=single_name(target) if isinstance(target, Data) else "",
            is_watched=_watches(arguments),
        )
    )
    learned = frozenset(
        Learned(purpose, owner.api, machine.here(), data.rows) for purpose in owner.purposes
    )
    machine.fit_by(owner, event, learned)
    if machine.known.is_in("composites.searches", owner.api):
        note_folds(
            machine, owner.api, Arguments((owner, *arguments.positional), arguments.keywords)
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


def _watches(arguments: Arguments) -> bool:
    """Tell whether rows are held out while a model is fitted."""
    share = arguments.keywords.get("validation_split")
    return share not in {None, Constant(0), Constant(0.0)} or (
        arguments.keywords.get("validation_data") is not None
    )


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
    made_by = owner if owner.is_network else None
    return Data(data.rows, data.learned, predicted_by=owner.fits, made_by=made_by)


def _predict_classes(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    found = predict(machine, owner, arguments)
    return found._replace(is_labels=owner.is_classifier) if isinstance(found, Data) else found


def _back_again(machine: Machine, _owner: Estimator, arguments: Arguments) -> Value:
    first = arguments.get(0, "X", "Xt", "y")
    return first if isinstance(first, Data) else machine.unknown()


def _support(_machine: Machine, owner: Estimator, _arguments: Arguments) -> Value:
    return Names(owner.learned)


def _score(machine: Machine, owner: Estimator, arguments: Arguments) -> Value:
    predictions = predict(machine, owner, arguments)
    if isinstance(predictions, Data) and predictions.predicted_by:
        return score_of(machine, predictions, f"{owner.api}.score")
    return machine.unknown()


def _itself(_machine: Machine, owner: Estimator, _arguments: Arguments) -> Value:
    return owner


def _is_supervised(machine: Machine, owner: Estimator) -> bool:
    return not machine.known.is_under("models.unsupervised", owner.api)


def _note_early_stopping(
    machine: Machine, owner: Estimator, arguments: Arguments, fitted: Data
) -> None:
    watched = arguments.keywords.get("validation_data") or arguments.keywords.get("eval_set")
    if watched is not None and _stops_early(owner, arguments):
        note_watched(machine, watched, fitted)


def note_watched(machine: Machine, watched: Value, fitted: Data) -> None:
    """Note that the best state was chosen by a look at the last of the watched rows."""
    held_out = [each for each in contents(watched) if isinstance(each, Data)]
    rows = [each.rows for each in held_out if each.rows != fitted.rows]
    if rows:
        note_selection(machine, (), "early stopping", rows[-1])


def _stops_early(owner: Estimator, arguments: Arguments) -> bool:
    rounds = arguments.keywords.get("early_stopping_rounds")
    if owner.api.startswith("catboost."):
        return arguments.keywords.get("use_best_model") != Constant(value=False)
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
    "fit_generator": fit,
    "train_on_batch": fit,
    "transform": transform,
    "fit_on_texts": fit,
    "texts_to_sequences": transform,
    "texts_to_matrix": transform,
    "sequences_to_matrix": transform,
    "inverse_transform": _back_again,
    "get_support": _support,
    "predict": _predict_classes,
    "predict_proba": predict,
    "predict_classes": predict,
    "decision_function": predict,
    "__call__": predict,
    "score": _score,
    "evaluate": _score,
    "evaluate_generator": _score,
    "predict_generator": predict,
    "set_params": _itself,
    "to": _itself,
    "cuda": _itself,
    "cpu": _itself,
    "train": _itself,
    "eval": _itself,
    "double": _itself,
    "half": _itself,
    "float": _itself,
}
