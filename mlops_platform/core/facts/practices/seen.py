"""What a reader of practices yields, and how it says so."""

import ast
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.code import Code

MOST_COMPARED = 50
"""Places of one file that a reader compares with the whole file; no honest file has more."""


class Seen(NamedTuple):
    """One place where a practice is followed, or where it is not."""

    name: str
    is_sound: bool
    place: Evidence


def sound(code: Code, node: ast.AST, name: str) -> Seen:
    """Say that the practice is followed here."""
    return Seen(name, is_sound=True, place=code.at(node))


def fault(code: Code, node: ast.AST, name: str, note: str) -> Seen:
    """Say that it is not, and what is wrong."""
    return Seen(name, is_sound=False, place=code.at(node, note))
