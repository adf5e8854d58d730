"""Folds: whatever is fitted is fitted and scored in each of them."""

from mlops_platform.core.facts.flow.assignment import ANY_COLUMN
from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.groups import single_name
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import OWN_ROW, Constant, Folds, Learned, Scores
from mlops_platform.core.facts.flow.rows import holds, holds_some
from mlops_platform.core.facts.flow.values import Data, Estimator, Value


def cross_validate(machine: Machine, api: str, arguments: Arguments) -> Value:
    """Fit and score inside folds; whatever the estimator holds is refitted there."""
    event = note_folds(machine, api, arguments)
    return Scores((event,)) if event is not None else machine.unknown()


def note_folds(machine: Machine, api: str, arguments: Arguments) -> int | None:
    """Note that rows were scored in folds; return the event's serial, None without rows."""
    data = machine.as_data(arguments.get(1, "X"))
    if data is None:
        return None
    held, target = arguments.get(0, "estimator"), arguments.get(2, "y")
    return machine.note(
        machine.event(Deed.CROSS_SCORE, api)._replace(
            rows=data.rows,
            learned=data.learned,
            names=machine.names_of(data.rows),
            is_supervised=target is not None,
            answer=single_name(target) if isinstance(target, Data) else "",
            own_row=own_row_of(held, data, target),
            target=column_in_both(machine, held, data, target)
            if isinstance(held, Estimator)
            else "",
            is_grouped=_is_grouped(held, arguments),
            ignores_groups=_ignores_groups(held, arguments),
        )
    )


def _is_grouped(held: Value | None, arguments: Arguments) -> bool:
    folds = _folds_of(held, arguments)
    return isinstance(folds, Folds) and folds.keeps_groups


def _folds_of(held: Value | None, arguments: Arguments) -> Value | None:
    folds = arguments.keywords.get("cv")
    return held.folds if folds is None and isinstance(held, Estimator) else folds


def _ignores_groups(held: Value | None, arguments: Arguments) -> bool:
    """Tell whether groups were given that nobody looks at: plain folds drop them silently."""
    folds = _folds_of(held, arguments)
    is_plain = (
        folds is None
        or isinstance(folds, Constant)
        or (isinstance(folds, Folds) and not folds.keeps_groups)
    )
    return is_plain and isinstance(arguments.keywords.get("groups"), Data)


def own_row_of(owner: Value | None, data: Data, target: Value | None) -> Learned | None:
    """Return a feature that surely holds something of the target's own value in each row."""
    if not isinstance(owner, Estimator) or not owner.is_model or not isinstance(target, Data):
        return None
    name = single_name(target)
    if not name or not target.is_single or data.columns is None or data.rows != target.rows:
        return None
    found = [
        each
        for each in data.learned
        if each.purpose == OWN_ROW
        and each.about == name
        and each.is_sure
        and (each.columns is None or any(data.columns.holds(name) for name in each.columns))
        and holds_some(each.rows, data.rows)
    ]
    return min(found, key=_by_place) if found else None


def _by_place(learned: Learned) -> tuple[str, int, int, str]:
    place = learned.place
    return (place.path, place.cell or 0, place.line, learned.api)


def column_in_both(machine: Machine, owner: Estimator, data: Data, target: Value | None) -> str:
    """Return the target's column where the features surely hold it too."""
    if not owner.is_model or owner.is_composite or not isinstance(target, Data):
        return ""
    if not target.is_single or target.columns is None or target.columns.is_all_but:
        return ""
    (name,) = sorted(target.columns.names) if len(target.columns.names) == 1 else ("",)
    is_same = data.rows == target.rows and data.columns is not None
    was_removed = any(
        gone in {name, ANY_COLUMN} and holds(r, data.rows) for r, gone in machine.removed
    )
    is_held = is_same and data.columns is not None and data.columns.holds(name)
    return name if name and is_held and not was_removed and not data.is_single else ""
