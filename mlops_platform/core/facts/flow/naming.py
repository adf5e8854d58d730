"""Names of columns, and what went into the choice of some of them."""

from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import (
    Constant,
    Learned,
    Names,
)
from mlops_platform.core.facts.flow.values import (
    Data,
    Value,
)

_TARGETED = "feature_selection"
_UNTARGETED = "correlation"


def correlate(machine: Machine, owner: Data, _arguments: Arguments) -> Value:
    """Return a table about columns; with regard to what they were correlated is not known yet."""
    return Names(frozenset({Learned(_UNTARGETED, "corr", machine.here(), owner.rows)}))


def entry(owner: Names, key: Value) -> Names:
    """Return what a key chooses of a table about columns, or of their names."""
    more = key.learned if isinstance(key, Names) else frozenset()
    is_named = isinstance(key, Constant) and isinstance(key.value, str)
    chosen = frozenset(
        each._replace(purpose=_TARGETED, about=str(key.value))
        if is_named and isinstance(key, Constant) and each.purpose == _UNTARGETED
        else each
        for each in owner.learned
    )
    return Names(chosen | more)


def call_names(_machine: Machine, owner: Names, _method: str, arguments: Arguments) -> Value:
    """Whatever is done to names gives names, by what went into any of them."""
    others = [each for each in arguments.every() if isinstance(each, Names)]
    return met(owner, *others)


def met(*names: Names) -> Names:
    """Return names that came about by all of these."""
    return Names(frozenset(each for one in names for each in one.learned))


def chosen_by(names: Names) -> frozenset[Learned]:
    """Return what a choice of columns lets flow into a table."""
    return frozenset(each for each in names.learned if each.purpose != _UNTARGETED)
