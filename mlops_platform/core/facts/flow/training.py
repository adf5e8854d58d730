"""Functions that train: `xgboost.train` and its kin."""

from mlops_platform.core.facts.flow.joins import contents
from mlops_platform.core.facts.flow.learning import fit, note_watched
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Constant
from mlops_platform.core.facts.flow.values import (
    Data,
    Estimator,
    Table,
    Value,
)

_ROUNDS = ("early_stopping_rounds", "early_stopping_round")
_NONE = (None, Constant(None), Constant(0))


def train(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Train on the second argument; stop by the last of the watched sets where it is asked to."""
    made = Estimator(name, (), is_model=True, place=machine.here())
    data = arguments.get(1, "dtrain", "train_set")
    if not isinstance(data, Data):
        return made
    watched = arguments.get(3, "evals", "valid_sets")
    fit(machine, made, Arguments((data, data), {}))
    if watched is not None and _stops_early(arguments):
        note_watched(machine, watched, data)
    return made


def _stops_early(arguments: Arguments) -> bool:
    params = arguments.get(0, "params")
    told = [arguments.keywords.get(each) for each in _ROUNDS]
    told += [params.entries.get(each) for each in _ROUNDS] if isinstance(params, Table) else []
    if any(each not in _NONE for each in told):
        return True
    callbacks = arguments.keywords.get("callbacks")
    found = contents(callbacks) if callbacks is not None else []
    return any(isinstance(each, Estimator) and each.stops_early for each in found)
