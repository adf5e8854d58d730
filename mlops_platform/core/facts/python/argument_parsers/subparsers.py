"""`subparsers.add_parser("train")`: which word stands for which parser, and what it runs."""

import ast
from typing import NamedTuple

from mlops_platform.core.facts.python.call_parts import spelled
from mlops_platform.core.facts.python.literals import string
from mlops_platform.core.facts.python.notes import KeptCall, Notes


class Subparser(NamedTuple):
    """One word with the call that makes its parser, and the name that the code gives it."""

    word: str
    made: ast.Call
    scope: str
    name: str


def subparsers(notes: Notes) -> tuple[Subparser, ...]:
    """Return the parsers of a file that are reached by a word, in order."""
    kept = (each for each in notes.kept if each.name.endswith("add_parser") and each.node.args)
    words = ((string(each.node.args[0]), each) for each in kept)
    found = [
        Subparser(word, each.node, each.scope, notes.made.get(each.node, ""))
        for word, each in words
        if word
    ]
    return tuple(sorted(found, key=lambda each: each.made.lineno))


def subparser_of(kept: KeptCall, known: tuple[Subparser, ...]) -> Subparser | None:
    """Return the parser whose method is called; None where no word leads to it.

    A name that is given to one parser after the other means the last one above.
    """
    owner = kept.node.func.value if isinstance(kept.node.func, ast.Attribute) else None
    name = spelled(owner) if owner is not None else ""
    found = [
        each
        for each in known
        if each.made is owner
        or (
            each.name == name != ""
            and each.scope == kept.scope
            and each.made.lineno < kept.node.lineno
        )
    ]
    return found[-1] if found else None
