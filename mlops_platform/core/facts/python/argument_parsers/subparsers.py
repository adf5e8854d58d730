"""`subparsers.add_parser("train")`: which word stands for which parser, and what it runs."""

import ast
from typing import NamedTuple

from mlops_platform.core.facts.python.call_parts import spelled
from mlops_platform.core.facts.python.literals import string
from mlops_platform.core.facts.python.notes import KeptCall, Notes


class Subparser(NamedTuple):
    """One word with the call that makes its parser, and the name that this is assigned to first."""

    word: str
    made: ast.Call
    scope: str
    name: str


def subparsers(notes: Notes) -> tuple[Subparser, ...]:
    """Return the parsers of a file that are reached by a word, in order."""
    names = {id(made): name for name, made in notes.assigned.items()}
    found = (
        Subparser(word, kept.node, kept.scope, names.get(id(kept.node), ""))
        for kept in notes.kept
        if kept.name.endswith("add_parser") and kept.node.args
        for word in [string(kept.node.args[0])]
        if word
    )
    return tuple(sorted(found, key=lambda each: each.made.lineno))


def subparser_of(kept: KeptCall, known: tuple[Subparser, ...]) -> Subparser | None:
    """Return the parser whose method is called; None where no word leads to it.

    A name that is used for one parser after the other means the last one above.
    """
    function = kept.node.func
    owner = function.value if isinstance(function, ast.Attribute) else None
    own = next((each for each in known if each.made is owner), None)
    if own is not None or owner is None:
        return own
    name = spelled(owner)
    named = next((each for each in known if name and each.name == name), None)
    if named is None:
        return None
    above = [
        each for each in known if each.scope == kept.scope and each.made.lineno <= kept.node.lineno
    ]
    last = above[-1] if above else named
    return named if last.name else last
