"""Arguments taken by their place: `sys.argv[1]`. What the code asks for first can be left out."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.notes import KeptIndex, Notes
from mlops_platform.core.facts.python.source_file import Argument

_SHIFT = {"sys.argv": 0, "sys.argv[1:]": 1}
_LAST_PLACE = 50


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield each place once, at its first use; required if any use needs it."""
    uses: dict[int, list[KeptIndex]] = {}
    for index in notes.indexes:
        place = _place(index)
        if place:
            uses.setdefault(place, []).append(index)
    for place, found in sorted(uses.items()):
        first = min(found, key=lambda index: index.node.lineno)
        yield Argument(
            parser="sys.argv",
            name=f"sys.argv[{place}]",
            is_required=not any(index.is_guarded for index in found),
            default=None,
            choices=(),
            line=first.node.lineno,
            scope=first.scope,
        )


def _place(index: KeptIndex) -> int:
    part = index.node.slice
    shift = _SHIFT.get(index.name)
    if shift is None or not isinstance(part, ast.Constant) or not isinstance(part.value, int):
        return 0
    place = part.value + shift
    return place if 0 < place <= _LAST_PLACE else 0
