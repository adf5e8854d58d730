"""Metrics of libraries: what they measure, and whether they are asked as they want to be."""

from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.tables import score_of
from mlops_platform.core.facts.flow.values import (
    Data,
    Value,
)


def measure(machine: Machine, name: str, arguments: Arguments) -> Value:
    """Measure predictions, whatever argument they are."""
    for each in arguments.every():
        if isinstance(each, Data) and each.predicted_by:
            _note_misuse(machine, name, arguments)
            return score_of(machine, each, name)
    return machine.unknown()


def _note_misuse(machine: Machine, name: str, arguments: Arguments) -> None:
    known = machine.known
    truth, prediction = arguments.get(0, "y_true"), arguments.get(1, "y_pred", "y_score")
    if not isinstance(truth, Data) or not isinstance(prediction, Data):
        return
    if _is_predicted(truth) and _is_read(prediction) and known.is_in("evaluation.directed", name):
        _note(machine, Deed.SWAP, name, truth)
    elif (
        _is_read(truth)
        and prediction.predicted_by
        and prediction.is_labels
        and known.is_in("evaluation.ranking", name)
    ):
        _note(machine, Deed.RANK_LABELS, name, prediction)


def _is_predicted(data: Data) -> bool:
    return bool(data.predicted_by) and not data.is_summary


def _is_read(data: Data) -> bool:
    """Tell whether data were read from somewhere, not predicted or computed of predictions."""
    return bool(data.rows) and not data.predicted_by and data.made_by is None


def _note(machine: Machine, deed: Deed, name: str, data: Data) -> None:
    event = machine.event(deed, name)
    machine.note(event._replace(rows=data.rows, fits=data.predicted_by))
