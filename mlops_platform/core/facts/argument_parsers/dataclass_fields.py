"""Classes whose fields are arguments: Tap, HfArgumentParser, simple_parsing.

Only classes of the same file are seen; where they stand elsewhere nothing is said.
"""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.argument_parsers.keywords import keyword
from mlops_platform.core.facts.literals import written
from mlops_platform.core.facts.notes import Notes
from mlops_platform.core.facts.resolution import called
from mlops_platform.core.facts.source_file import Argument

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
    for kept in notes.kept:
        parser = _MAKERS.get(kept.name)
        if kept.name.endswith(_ADDERS) and "simple_parsing" in {e.module for e in notes.imports}:
            parser = "simple_parsing"
        if parser and kept.node.args:
            first = kept.node.args[0]
            classes = first.elts if isinstance(first, ast.Tuple | ast.List) else [first]
            for each in classes:
                name = notes.names.lookup(each.id) if isinstance(each, ast.Name) else None
                if isinstance(name, str):
                    yield from _fields(notes, name, parser)


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
