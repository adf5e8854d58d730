"""The commands of programs that hold several, as those of Typer and Click do: `main.py train`.

An app may be called by another file than the one that holds its commands, and may hold the apps of
other files: `main.py model train`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.facts.source_code import Argument, SourceFile
from mlops_platform.core.profiling.confidence import EVALUATION_WORDS, TRAIN_WORDS, words_of
from mlops_platform.core.profiling.local_names import LocalNames, Scope

_DEEDS = TRAIN_WORDS | EVALUATION_WORDS
DEEPEST = 5
MOST_COMMANDS = 200
_CALLED_APP = "typer.Typer.__call__"
_WORD = re.compile(r"[A-Za-z][\w-]{0,60}")


class Subcommand(NamedTuple):
    """One command: the words that are typed, its function, and those whose options come before.

    `name` is "" where nothing is typed, because the app of another file has this one command.
    """

    name: str
    scope: Scope
    shared: tuple[Scope, ...]
    arguments: tuple[Argument, ...]


class _Held(NamedTuple):
    """What an app or a group holds under a word."""

    word: str
    scope: Scope


class Subcommands:
    """The commands of a repository's programs, by the file that is started."""

    def __init__(self, names: LocalNames) -> None:
        self._names = names
        self._kinds: dict[Scope, str] = {}
        self._words: dict[Scope, str] = {}
        self._held: dict[Scope, list[_Held]] = {}
        self._callbacks: dict[Scope, tuple[Scope, ...]] = {}
        files = [file for file in names.files.values() if file.command_words]
        for file in files:
            self._declare(file)
        for file in files:
            self._hang(file)
        self._hung = {held.scope for each in self._held.values() for held in each}

    def of(self, file: SourceFile) -> tuple[Subcommand, ...]:
        """Return the commands among which starting a file must choose, () where it need not."""
        found = [each for app in self._started(file) for each in self._of_app(app, file)]
        found += [*self._of_words(file)]
        return tuple(found[:MOST_COMMANDS])

    def _of_words(self, file: SourceFile) -> Iterator[Subcommand]:
        """Yield the words of argparse and Fire: with their functions, else those that tell a deed.

        Which word follows which, where parsers hold parsers, is not known.
        """
        is_nested = sum(call.name.endswith("add_subparsers") for call in file.calls) > 1
        for each in () if is_nested else file.command_words:
            if each.kind not in ("subparser", "exposed") or not _WORD.fullmatch(each.word):
                continue
            scope = self._names.home(file.path, each.runs) if each.runs else Scope(file.path, "")
            is_told = bool(each.runs) or not _DEEDS.isdisjoint(words_of(f"{each.word}.py"))
            if scope and is_told:
                words = ("", each.word)
                taken = (a for a in file.arguments if a.word in words and a.name != "command")
                yield Subcommand(each.word, scope, (), tuple(taken))

    def _declare(self, file: SourceFile) -> None:
        for each in file.command_words:
            is_plain = each.kind == "command" and not each.group
            if is_plain or each.kind in ("app", "group"):
                scope = Scope(file.path, each.runs)
                self._words[scope] = each.word
                self._kinds[scope] = each.kind

    def _hang(self, file: SourceFile) -> None:
        for each in file.command_words:
            group = self._names.home(file.path, each.group) if each.group else None
            runs = self._names.home(file.path, each.runs)
            if group is None or runs is None or not self._is_holder(group):
                continue
            if each.kind == "callback":
                self._callbacks[group] = (*self._callbacks.get(group, ()), runs)
                continue
            held = _Held(each.word or self._words.get(runs, ""), runs)
            self._held.setdefault(group, []).append(held)

    def _is_holder(self, scope: Scope) -> bool:
        return self._kinds.get(scope) in ("app", "group")

    def _started(self, file: SourceFile) -> list[Scope]:
        """Return the apps that a file calls, else its own that no other app holds."""
        own = [each for each in self._kinds if each.path == file.path and self._is_holder(each)]
        called = {call.name for call in file.calls} if self._kinds else set()
        found = [app for app in own if self._is_called(app, called)]
        homes = [self._names.home(file.path, name) for name in sorted(called) if "." in name]
        foreign = [app for app in homes if app and app.path != file.path and self._is_holder(app)]
        return [*found, *foreign] or [app for app in own if app not in self._hung]

    def _is_called(self, app: Scope, called: set[str]) -> bool:
        if self._kinds[app] == "app":
            return _CALLED_APP in called and app not in self._hung
        return app.name in called

    def _of_app(self, app: Scope, file: SourceFile) -> Iterator[Subcommand]:
        held = self._held.get(app, [])
        is_single = self._kinds[app] == "app" and len(held) == 1 and app not in self._callbacks
        if not is_single or self._is_holder(held[0].scope):
            yield from self._below(app, (), (), DEEPEST)
        elif app.path != file.path:
            # Typer asks for no word where there is one command only.
            yield self._subcommand((), held[0].scope, ())

    def _below(
        self, app: Scope, words: tuple[str, ...], before: tuple[Scope, ...], depth: int
    ) -> Iterator[Subcommand]:
        shared = (*before, *self._callbacks.get(app, ()))
        shared = (*shared, app) if self._kinds[app] == "group" else shared
        for held in self._held.get(app, []):
            if held.word and not _WORD.fullmatch(held.word):
                continue
            typed = (*words, held.word) if held.word else words
            if not self._is_holder(held.scope):
                yield self._subcommand(typed, held.scope, shared)
            elif depth:
                yield from self._below(held.scope, typed, shared, depth - 1)

    def _subcommand(
        self, typed: tuple[str, ...], scope: Scope, shared: tuple[Scope, ...]
    ) -> Subcommand:
        arguments = tuple(a for each in (*shared, scope) for a in self._arguments(each))
        return Subcommand(" ".join(typed), scope, shared, arguments)

    def _arguments(self, scope: Scope) -> list[Argument]:
        file = self._names.files.get(scope.path)
        return [each for each in file.arguments if each.scope == scope.name] if file else []
