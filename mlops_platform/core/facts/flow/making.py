"""Estimators of libraries, made: what fitting one of them will learn."""

from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Constant
from mlops_platform.core.facts.flow.values import (
    Estimator,
)

# These can predict as well as change rows.
_ALSO_MODELS = frozenset({"reduction", "supervised_reduction"})
_STOPPERS = frozenset(
    {
        "keras.callbacks.EarlyStopping",
        "lightgbm.early_stopping",
        "lightgbm.callback.early_stopping",
        "xgboost.callback.EarlyStopping",
    }
)


def made(machine: Machine, name: str, arguments: Arguments) -> Estimator | None:
    """Return the estimator that calling a class makes, None if it is no estimator."""
    known = machine.known
    purpose = known.purposes.get(name)
    if purpose is not None:
        return _estimator(machine, name, (purpose,), is_model=purpose in _ALSO_MODELS)
    if known.is_in("stateless.estimators", name):
        return _estimator(machine, name, (), is_model=False)
    if known.is_in("composites.pipelines", name) or known.is_in("composites.unions", name):
        return _composite(machine, name, arguments)
    if stops_early(name, arguments):
        found = _estimator(machine, name, (), is_model=False)
        found.stops_early = True
        return found
    if known.is_in("composites.searches", name) or known.is_model(name):
        return _model(machine, name, arguments)
    return None


def stops_early(name: str, arguments: Arguments) -> bool:
    """Tell whether a callback chooses the best state by what it watches."""
    if name == "keras.callbacks.ModelCheckpoint":
        return arguments.keywords.get("save_best_only") == Constant(value=True)
    return name in _STOPPERS


def _estimator(
    machine: Machine, name: str, purposes: tuple[str, ...], *, is_model: bool
) -> Estimator:
    return Estimator(name, purposes, is_model=is_model, place=machine.here())


def _model(machine: Machine, name: str, arguments: Arguments) -> Estimator:
    found = _estimator(machine, name, (), is_model=True)
    rounds = arguments.keywords.get("early_stopping_rounds")
    found.stops_early = rounds is not None and rounds != Constant(None)
    found.is_composite = any(each.is_composite for each in _inner(arguments))
    found.is_classifier = _is_classifier(machine, name, _inner(arguments))
    found.folds = arguments.keywords.get("cv")
    return found


def _is_classifier(machine: Machine, name: str, inner: list[Estimator]) -> bool:
    """Tell whether `predict` surely gives classes."""
    if machine.known.is_in("composites.searches", name) or inner:
        return any(each.is_classifier for each in inner)
    last = name.rpartition(".")[2]
    return last.endswith("Classifier") or machine.known.is_in("models.classifiers", name)


def _composite(machine: Machine, name: str, arguments: Arguments) -> Estimator:
    """Make what its last step is of a pipeline, and a transformer of a union."""
    steps = _inner(arguments)
    is_union = machine.known.is_in("composites.unions", name)
    is_model = not is_union and (not steps or (steps[-1].is_model and not steps[-1].purposes))
    purposes = tuple(sorted({purpose for step in steps for purpose in step.purposes}))
    found = _estimator(machine, name, () if is_model else purposes, is_model=is_model)
    found.is_composite = True
    found.is_classifier = is_model and bool(steps) and steps[-1].is_classifier
    return found


def _inner(arguments: Arguments) -> list[Estimator]:
    return [
        each for one in arguments.every() for each in contents(one) if isinstance(each, Estimator)
    ]
