"""Words of a command line as Typer, Click, Fire and argparse know them: what runs what.

One file tells only its own part: an app may hold the apps of other files, and be called by others.
"""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.fire import exposed, fire_calls
from mlops_platform.core.facts.python.argument_parsers.subparsers import subparser_of, subparsers
from mlops_platform.core.facts.python.call_parts import given, spelled
from mlops_platform.core.facts.python.literals import string
from mlops_platform.core.facts.python.names import Names
from mlops_platform.core.facts.python.notes import Function, Notes
from mlops_platform.core.facts.python.resolution import called
from mlops_platform.core.facts.python.source_file import CommandWord

TYPER_APP = "typer.Typer"
_CLICK = ("click.", "rich_click.", "asyncclick.")
_HUNG = frozenset({"command", "group", "callback"})
_ADDING = frozenset({"add_typer", "add_command"})


def read_command_words(notes: Notes) -> tuple[CommandWord, ...]:
    """Return the words that a file declares, Typer's apps first."""
    return (*_apps(notes), *_decorated(notes), *_added(notes), *_parsed(notes), *_exposed(notes))


def _apps(notes: Notes) -> Iterator[CommandWord]:
    for name, made in notes.assigned.items():
        if isinstance(made, ast.Call) and called(notes.names, made.func) == TYPER_APP:
            yield CommandWord("app", "", string(given(made, "name")) or "", name)


def _decorated(notes: Notes) -> Iterator[CommandWord]:
    for definition in notes.definitions:
        node = notes.nodes[definition.name]
        if isinstance(node, Function) and node.lineno == definition.line:
            for name, decorator in zip(definition.decorators, node.decorator_list, strict=True):
                yield from _by_decorator(notes.names, definition.name, name, decorator)


def _by_decorator(
    names: Names, function: str, name: str, decorator: ast.expr
) -> Iterator[CommandWord]:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    kind = name.rpartition(".")[2]
    if kind not in _HUNG:
        return
    if name.startswith(_CLICK):
        yield CommandWord(kind, "", _typed(decorator, function), function)
    elif isinstance(made, ast.Attribute):
        group = _home(names, made.value)
        if group:
            yield CommandWord(kind, group, _typed(decorator, function), function)


def _added(notes: Notes) -> Iterator[CommandWord]:
    for kept in notes.kept:
        node, function = kept.node, kept.node.func
        if not node.args or not isinstance(function, ast.Attribute | ast.Call):
            continue
        runs = _home(notes.names, node.args[0])
        if isinstance(function, ast.Call):
            # `app.command("train")(fit)`
            held = function.func.value if isinstance(function.func, ast.Attribute) else function
            found = CommandWord("command", _home(notes.names, held), _typed(function, runs), runs)
        elif function.attr in _ADDING:
            second = node.args[1] if len(node.args) > 1 else given(node, "name")
            group = _home(notes.names, function.value)
            found = CommandWord("added", group, string(second) or "", runs)
        else:
            continue
        if found.group and runs:
            yield found


def _parsed(notes: Notes) -> Iterator[CommandWord]:
    known = subparsers(notes)
    runs: dict[str, str] = {}
    for kept in notes.kept if known else ():
        own = subparser_of(kept, known) if kept.name.endswith("set_defaults") else None
        homes = [_home(notes.names, each.value) for each in kept.node.keywords]
        if own is not None and any(homes):
            runs.setdefault(own.word, next(home for home in homes if home))
    for each in known:
        yield CommandWord("subparser", "", each.word, runs.get(each.word, ""))


def _exposed(notes: Notes) -> Iterator[CommandWord]:
    for kept in fire_calls(notes):
        for word, function in exposed(notes, kept).items():
            yield CommandWord("exposed", "", word, function)


def _typed(decorator: ast.expr, function: str) -> str:
    """Return the name that a decorator gives, else the function's as both libraries spell it."""
    stated = None
    if isinstance(decorator, ast.Call):
        stated = string(decorator.args[0] if decorator.args else given(decorator, "name"))
    return stated or function.rpartition(".")[2].lower().replace("_", "-")


def _home(names: Names, expression: ast.expr) -> str:
    """Return the dotted name of an app or function: its own, or the one that it is imported by."""
    written = spelled(expression)
    first, dot, rest = written.partition(".")
    worth = names.lookup(first) if first else None
    return f"{worth}{dot}{rest}" if isinstance(worth, str) else written
