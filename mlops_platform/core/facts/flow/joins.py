"""What a name is worth where ways through a program meet again."""

from collections.abc import Iterable

from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.plain_values import (
    Constant,
    Learned,
    Scores,
)
from mlops_platform.core.facts.flow.values import (
    Data,
    Estimator,
    Listing,
    Table,
    Value,
)

NO_LEARNED: frozenset[Learned] = frozenset()
DEEPEST = 4
MOST_CONTENTS = 400


def join_names(
    machine: Machine, one: dict[str, Value], other: dict[str, Value]
) -> dict[str, Value]:
    """Join the names of two ways; a name that only one of them binds keeps its value."""
    joined = dict(one)
    for name, value in other.items():
        joined[name] = join(machine, one[name], value) if name in one else value
    return joined


def join(machine: Machine, one: Value, other: Value) -> Value:
    """Return what is true of both; where nothing is, something unknown."""
    if one is other or (type(one) is type(other) and one == other):
        return one
    if _is_none(one) or _is_none(other):
        return _perhaps(machine, other if _is_none(one) else one)
    if isinstance(one, Data) and isinstance(other, Data):
        return _join_data(machine, one, other)
    scores = [each for each in (one, other) if isinstance(each, Scores)]
    if scores:
        return Scores(tuple(sorted({event for each in scores for event in each.events})))
    if isinstance(one, Estimator) and isinstance(other, Estimator):
        return _join_estimators(one, other)
    return machine.unknown()


def join_all(machine: Machine, values: Iterable[Value]) -> Value:
    """Join any number of values."""
    found: Value | None = None
    for value in values:
        found = value if found is None else join(machine, found, value)
    return machine.unknown() if found is None else found


def contents(value: Value) -> list[Value]:
    """Return what containers hold, flat; a value that is no container by itself."""
    found: list[Value] = []
    left = [(value, 0)]
    looked_at = 0
    while left and looked_at < MOST_CONTENTS:
        looked_at += 1
        each, depth = left.pop()
        if not isinstance(each, Listing | Table):
            found.append(each)
        elif depth <= DEEPEST:
            items = each.items if isinstance(each, Listing) else each.values()
            left.extend((item, depth + 1) for item in reversed(items[:64]))
    return found


def _is_none(value: Value) -> bool:
    return isinstance(value, Constant) and value.value is None


def _perhaps(machine: Machine, value: Value) -> Value:
    """Return a value that may as well be None; a literal is then no longer known."""
    if isinstance(value, Constant):
        return machine.unknown()
    machine.perhaps_none[id(value)] = value
    return value


def join_learned(one: frozenset[Learned], other: frozenset[Learned]) -> frozenset[Learned]:
    """Join what was learned on two ways; what only one of them did is doubtful."""
    if one == other:
        return one
    return (one & other) | _seen_beside(one - other, other) | _seen_beside(other - one, one)


def _seen_beside(some: frozenset[Learned], others: frozenset[Learned]) -> frozenset[Learned]:
    # The same may be done in another place there.
    alike = {(each.purpose, each.rows) for each in others if each.is_sure}
    return frozenset(
        each if (each.purpose, each.rows) in alike else each._replace(is_sure=False)
        for each in some
    )


def _join_data(machine: Machine, one: Data, other: Data) -> Data:
    rows = one.rows if one.rows == other.rows else machine.source("join", one.rows, other.rows)
    return Data(
        rows=rows,
        learned=join_learned(one.learned, other.learned) if one.rows == other.rows else NO_LEARNED,
        columns=one.columns if one.columns == other.columns else None,
        predicted_by=tuple(sorted({*one.predicted_by, *other.predicted_by})),
        is_single=one.is_single and other.is_single,
        is_summary=one.is_summary and other.is_summary,
        is_compared=one.is_compared and other.is_compared,
        is_batch=one.is_batch and other.is_batch,
        is_labels=one.is_labels and other.is_labels,
        made_by=one.made_by if one.made_by is other.made_by else None,
    )


def _join_estimators(one: Estimator, other: Estimator) -> Estimator:
    same = one.purposes == other.purposes
    joined = Estimator(
        one.api if one.api == other.api else "",
        one.purposes if same else (),
        is_model=one.is_model or other.is_model,
        place=one.place,
    )
    joined.is_composite = one.is_composite or other.is_composite
    joined.is_classifier = one.is_classifier and other.is_classifier
    joined.is_network = one.is_network or other.is_network
    joined.fits = tuple(sorted({*one.fits, *other.fits}))
    joined.learned = join_learned(one.learned, other.learned)
    return joined
