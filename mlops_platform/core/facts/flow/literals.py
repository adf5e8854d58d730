"""Methods of text that stands in the code: `mode.lower()`, which conditions ask."""

from collections.abc import Callable

from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.plain_values import Constant
from mlops_platform.core.facts.flow.values import Value

_CHANGED: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": str.upper,
    "strip": str.strip,
    "casefold": str.casefold,
}
_ASKED: dict[str, Callable[[str, str], bool]] = {
    "startswith": str.startswith,
    "endswith": str.endswith,
}


def call_literal(machine: Machine, owner: Constant, method: str, arguments: Arguments) -> Value:
    """Call a method of a literal."""
    first = arguments.get(0)
    if not isinstance(owner.value, str):
        return machine.unknown()
    if method in _CHANGED and not arguments.every():
        return Constant(_CHANGED[method](owner.value))
    if method in _ASKED and isinstance(first, Constant) and isinstance(first.value, str):
        return Constant(_ASKED[method](owner.value, first.value))
    return machine.unknown()
