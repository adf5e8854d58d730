"""Fire: the parameters of the function or class that `fire.Fire(…)` is given."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import parameters
from mlops_platform.core.facts.python.literals import string, written
from mlops_platform.core.facts.python.notes import Function, KeptCall, Notes
from mlops_platform.core.facts.python.source_file import Argument

_MOST_CALLS = 10


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield what each `fire.Fire` call asks for; a choice of functions is one required command."""
    calls = [kept for kept in notes.kept if kept.name in {"fire.Fire", "fire.core.Fire"}]
    for kept in calls[:_MOST_CALLS]:
        yield from _exposed(notes, kept)


def _exposed(notes: Notes, kept: KeptCall) -> Iterator[Argument]:
    target = kept.node.args[0] if kept.node.args else None
    if isinstance(target, ast.Name):
        name = notes.names.lookup(target.id)
        node = notes.nodes.get(name) if isinstance(name, str) else None
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _parameters(node, str(name), skip=0)
            return
        start = notes.nodes.get(f"{name}.__init__")
        if isinstance(start, ast.FunctionDef):
            yield from _parameters(start, str(name), skip=1)
        if node is None:
            return
    keys = target.keys if isinstance(target, ast.Dict) else []
    names = tuple(name for name in map(string, keys) if name)
    yield Argument("fire", "command", True, None, names, kept.node.lineno, kept.scope)


def _parameters(function: Function, scope: str, skip: int) -> Iterator[Argument]:
    for parameter, default in list(parameters(function))[skip:]:
        text = written(default)
        yield Argument(
            parser="fire",
            name=f"--{parameter.arg}",
            is_required=default is None,
            default=None if text == "None" else text,
            choices=(),
            line=parameter.lineno,
            scope=scope,
        )
