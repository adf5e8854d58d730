"""One program: a file run from its top as the program itself, with the files that it imports."""

import ast
from collections.abc import Callable
from typing import NamedTuple

from mlops_platform.core.facts.flow.calls import call
from mlops_platform.core.facts.flow.events import Trace
from mlops_platform.core.facts.flow.expressions import evaluate
from mlops_platform.core.facts.flow.functions import is_layers, is_named_after_mistake, stem_of
from mlops_platform.core.facts.flow.machine import (
    Arguments,
    Evaluators,
    Machine,
    OverBudgetError,
)
from mlops_platform.core.facts.flow.plain_values import Constant, Place
from mlops_platform.core.facts.flow.statements import execute
from mlops_platform.core.facts.flow.values import (
    Class,
    Function,
    Instance,
    Module,
    Scope,
    Value,
)

MOST_IMPORTED = 40
_LAYERS = ("__init__", "forward")


class Sources(NamedTuple):
    """How a program reaches its files: find an import's path, parse a path, name a line."""

    find: Callable[[str, str, int, str | None], str | None]
    tree: Callable[[str], ast.Module | None]
    place: Callable[[str, int], Place]


class Program:
    """A run from one file; every file is run once, as Python does."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._modules: dict[str, Scope] = {}
        evaluators = Evaluators(evaluate, execute, call, self._find)
        self.machine = Machine(evaluators, sources.place)

    def run(self, path: str) -> Trace:
        """Run a file, then each of its functions that nothing called."""
        tree = self._sources.tree(path)
        reason = ""
        try:
            if tree is not None:
                scope = self._execute(path, tree, "__main__")
                self._call_the_uncalled(path, scope)
        except OverBudgetError as error:
            reason = str(error)
        except (RecursionError, MemoryError):
            reason = "nested too deeply to be followed"
        files = tuple(sorted(self._modules))
        self._forget()
        return Trace(path, tuple(self.machine.log), reason, files, frozenset(self.machine.shown))

    def _forget(self) -> None:
        """Let go of what names held: scopes and functions hold each other."""
        for scope in self._modules.values():
            scope.names.clear()
        self._modules.clear()

    def _execute(self, path: str, tree: ast.Module, name: str) -> Scope:
        machine = self.machine
        before = machine.scope, machine.path, machine.line, machine.is_shown
        machine.is_shown = is_named_after_mistake(stem_of(path))
        scope = Scope()
        scope.names["__name__"] = Constant(name)
        self._modules[path] = scope
        machine.scope, machine.path = scope, path
        machine.execute(tree.body)
        scope.names.update(machine.scope.names)
        machine.scope, machine.path, machine.line, machine.is_shown = before
        return scope

    def _find(
        self, machine: Machine, path: str, module: str, level: int, member: str | None
    ) -> Value | None:
        found = self._sources.find(path, module, level, member)
        if found is None:
            return None
        if found not in self._modules:
            if len(self._modules) > MOST_IMPORTED:
                return machine.unknown()
            tree = self._sources.tree(found)
            if tree is None:
                return machine.unknown()
            self._execute(found, tree, module)
        scope = self._modules[found]
        is_member = member and found.removesuffix("/__init__.py").removesuffix(".py").endswith(
            f"/{member}" if "/" in found else member
        )
        if member is None or (is_member and member not in scope.names):
            return Module(scope)
        value = scope.names.get(member)
        return value if value is not None else machine.unknown()

    def _call_the_uncalled(self, path: str, scope: Scope) -> None:
        machine = self.machine
        machine.path = path
        for value in list(scope.names.values()):
            if isinstance(value, Function) and value.path == path:
                self._call_alone(value)
            elif isinstance(value, Class):
                self._call_methods(value, path)

    def _call_alone(self, function: Function) -> None:
        if id(function.node) not in self.machine.called:
            self.machine.call(function, self._unknown_for(function))

    def _call_methods(self, value: Class, path: str) -> None:
        skipped = _LAYERS if is_layers(value) else ()
        members = [
            each
            for name, each in value.members.items()
            if isinstance(each, Function) and each.path == path and name not in skipped
        ]
        left = [each for each in members if id(each.node) not in self.machine.called]
        if not left:
            return
        start = value.find("__init__")
        given = self._unknown_for(start) if isinstance(start, Function) else Arguments((), {})
        instance = self.machine.call(value, given._replace(positional=given.positional[1:]))
        if isinstance(instance, Instance):
            for each in left:
                if id(each.node) not in self.machine.called:
                    unknown = self._unknown_for(each).positional[1:]
                    self.machine.call(each, Arguments((instance, *unknown), {}))

    def _unknown_for(self, function: Function) -> Arguments:
        given = function.node.args
        names = [each.arg for each in (*given.posonlyargs, *given.args)]
        keywords = {each.arg: self.machine.unknown() for each in given.kwonlyargs}
        return Arguments(tuple(self.machine.unknown() for _ in names), keywords)
