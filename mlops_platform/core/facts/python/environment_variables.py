"""Environment variables that a file reads, and whether it can do without them."""

import ast

from mlops_platform.core.facts.python.literals import string
from mlops_platform.core.facts.python.notes import ENVIRONMENT, KeptCall, Notes

_OPTIONAL_READERS = frozenset({"os.environ.get", "os.getenv", "os.environb.get"})
_CONFIG_READERS = frozenset({"decouple.config"})
_LONGEST_NAME = 100


def read_environment_variables(notes: Notes) -> tuple[tuple[str, bool, int], ...]:
    """Return (name, is it required, line) of every variable that is read by a literal name.

    `os.environ["X"]` is required unless the file asks for X before, catches its absence, or needs
    it only under a condition.
    """
    found = set()
    for kept in notes.kept:
        name = _name(kept.node.args[0] if kept.node.args else None)
        if name and (kept.name in _OPTIONAL_READERS or kept.name in _CONFIG_READERS):
            found.add((kept.node.lineno, name, _is_required(kept)))
    optional = notes.tested | {name for _, name, _ in found if name}
    for index in notes.indexes:
        name = _name(index.node.slice)
        if name and index.name == ENVIRONMENT:
            is_required = not index.is_guarded and name not in optional
            found.add((index.node.lineno, name, is_required))
    return tuple((name, is_required, line) for line, name, is_required in sorted(found))


def _is_required(kept: KeptCall) -> bool:
    """`decouple.config` fails without the variable unless it is given a default."""
    if kept.name not in _CONFIG_READERS:
        return False
    has_default = any(keyword.arg == "default" for keyword in kept.node.keywords)
    return not has_default and not kept.is_guarded


def _name(expression: ast.expr | None) -> str:
    name = string(expression) or ""
    return name if name.isidentifier() and len(name) <= _LONGEST_NAME else ""
