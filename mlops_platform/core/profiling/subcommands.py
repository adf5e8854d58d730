"""The commands of one file that holds several, as Typer's and Click's apps do: `main.py train`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.facts.source_code import Definition, SourceFile

TYPER_COMMAND, TYPER_CALLBACK = "typer.Typer.command", "typer.Typer.callback"
TYPER_APPS = frozenset({TYPER_COMMAND, "typer.Typer.add_typer"})
CLICK_GROUP = "click.group"
_WORD = re.compile(r"[A-Za-z][\w-]{0,60}")


class Subcommand(NamedTuple):
    """One command: its name as it is typed, its function, and those whose options come before."""

    name: str
    scope: str
    shared: frozenset[str]


def subcommands(file: SourceFile) -> tuple[Subcommand, ...]:
    """Return the commands among which a start must choose, () where there is no choice."""
    return (*_of_typer(file), *_of_click(file))


def _of_typer(file: SourceFile) -> Iterator[Subcommand]:
    callbacks = frozenset(each.name for each in file.definitions if _is(each, TYPER_CALLBACK))
    made = sum(call.name in TYPER_APPS for call in file.calls)
    if made > 1 or callbacks:
        for each in file.definitions:
            if _is(each, TYPER_COMMAND):
                yield Subcommand(_name(each, TYPER_COMMAND, file), each.name, callbacks)


def _of_click(file: SourceFile) -> Iterator[Subcommand]:
    for group in (each.name for each in file.definitions if _is(each, CLICK_GROUP)):
        decorator = f"{group}.command"
        for each in file.definitions:
            if _is(each, decorator):
                yield Subcommand(_name(each, decorator, file), each.name, frozenset({group}))


def _is(definition: Definition, decorator: str) -> bool:
    return decorator in definition.decorators


def _name(definition: Definition, decorator: str, file: SourceFile) -> str:
    """Return the name that the decorator gives, else the function's as both libraries spell it."""
    text = definition.decorator_texts[definition.decorators.index(decorator)]
    before = max((e.end_line for e in file.definitions if e.end_line < definition.line), default=0)
    own = (c for c in file.calls if c.name == decorator and before < c.line <= definition.line)
    stated = text or next((dict(call.keywords).get("name") for call in own), None)
    plain = definition.name.rpartition(".")[2].lower().replace("_", "-")
    return stated if isinstance(stated, str) and _WORD.fullmatch(stated) else plain
