"""Classes whose fields are arguments: Tap, HfArgumentParser, simple_parsing.

Only classes of the same file are seen; where they stand elsewhere nothing is said.
"""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import keyword
from mlops_platform.core.facts.python.literals import written
from mlops_platform.core.facts.python.notes import Notes
from mlops_platform.core.facts.python.resolution import called
from mlops_platform.core.facts.python.source_file import Argument

_TAP = frozenset({"tap.Tap", "tap.tap.Tap", "tap.TypedArgs"})
_MAKERS = {
    "transformers.HfArgumentParser": "transformers",
    "trl.TrlParser": "transformers",
    "simple_parsing.parse": "simple_parsing",
}
_ADDERS = ".add_arguments"


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield the fields of every class that a file hands to such a parser."""
    for definition in notes.definitions:
        if definition.kind == "class" and _TAP.intersection(definition.bases):
            yield from _fields(notes, definition.name, "tap")
    for name, parser in dict.fromkeys(_handed(notes)):
        yield from _fields(notes, name, parser)


def _handed(notes: Notes) -> Iterator[tuple[str, str]]:
    """Yield the names that parsers are given as classes, with the parser."""
    has_adder = any(entry.module == "simple_parsing" for entry in notes.imports)
    for kept in notes.kept:
        parser = _MAKERS.get(kept.name)
        if has_adder and kept.name.endswith(_ADDERS):
            parser = "simple_parsing"
        if parser and kept.node.args:
            first = kept.node.args[0]
            classes = first.elts if isinstance(first, ast.Tuple | ast.List) else [first]
            names = (notes.names.lookup(c.id) for c in classes if isinstance(c, ast.Name))
            yield from ((name, parser) for name in names if isinstance(name, str))


def _fields(notes: Notes, name: str, parser: str) -> Iterator[Argument]:
    node = notes.nodes.get(name)
    if not isinstance(node, ast.ClassDef):
        return
    for statement in node.body:
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        is_given, default = _default(notes, statement.value)
        yield Argument(
            parser=parser,
            name=f"--{statement.target.id}",
            is_required=not is_given,
            default=default,
            choices=(),
            line=statement.lineno,
            scope=name,
        )


def _default(notes: Notes, given: ast.expr | None) -> tuple[bool, str | None]:
    """Return whether a field has a default, and the default as written."""
    if given is None:
        return False, None
    if isinstance(given, ast.Call) and called(notes.names, given.func) == "dataclasses.field":
        inner = keyword(given, "default")
        if inner is None:
            return keyword(given, "default_factory") is not None, None
        given = inner
    text = written(given)
    return True, None if text == "None" else text
