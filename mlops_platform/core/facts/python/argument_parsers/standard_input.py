"""`input()`: a value that the program asks for while it runs."""

from collections.abc import Iterator

from mlops_platform.core.facts.python.notes import Notes
from mlops_platform.core.facts.python.source_file import Argument


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield one argument for each call that waits for standard input."""
    for kept in notes.kept:
        if kept.name == "input":
            line = kept.node.lineno
            yield Argument("input", "stdin", not kept.is_guarded, None, (), line, kept.scope)
