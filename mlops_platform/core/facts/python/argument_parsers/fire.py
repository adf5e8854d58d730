"""Fire: the parameters of the function or class that `fire.Fire(…)` is given."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import parameters
from mlops_platform.core.facts.python.literals import string, written
from mlops_platform.core.facts.python.notes import Function, KeptCall, Notes
from mlops_platform.core.facts.python.resolution import dotted
from mlops_platform.core.facts.python.source_file import Argument

_MOST_CALLS = 10


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield what each `fire.Fire` call asks for; a choice of functions is one required command."""
    for kept in fire_calls(notes):
        yield from _exposed(notes, kept)
        for word, function in exposed(notes, kept).items():
            node = notes.nodes.get(function)
            if isinstance(node, Function):
                skipped = int("." in function)
                found = _parameters(node, function, skip=skipped)
                yield from (each._replace(word=word) for each in found)


def fire_calls(notes: Notes) -> list[KeptCall]:
    """Return the calls that expose something, a few of them."""
    calls = [kept for kept in notes.kept if kept.name in {"fire.Fire", "fire.core.Fire"}]
    return calls[:_MOST_CALLS]


def exposed(notes: Notes, kept: KeptCall) -> dict[str, str]:
    """Return the functions among which a word chooses, by it; own ones where all are exposed."""
    target = kept.node.args[0] if kept.node.args else None
    if target is None:
        return {name: name for name in notes.nodes if _is_public(name, notes)}
    if isinstance(target, ast.Dict):
        pairs = zip(map(string, target.keys), target.values, strict=True)
        homes = ((word, dotted(notes.names, value)) for word, value in pairs)
        return {word: home for word, home in homes if word and home}
    owner = dotted(notes.names, target)
    methods = {name: name.removeprefix(f"{owner}.") for name in notes.nodes} if owner else {}
    is_class = isinstance(notes.nodes.get(owner), ast.ClassDef)
    return {
        word: name
        for name, word in methods.items()
        if is_class and word != name and "." not in word and not word.startswith("_")
    }


def _is_public(name: str, notes: Notes) -> bool:
    is_function = isinstance(notes.nodes[name], Function)
    return is_function and "." not in name and not name.startswith("_")


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
