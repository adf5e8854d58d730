"""The one visit of a parsed file: statements in order of execution, functions after the module.

Function bodies wait until the module is done, so that they see all its names. What two ways through
the code do not agree on is unknown after them.
"""

import ast
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from mlops_platform.core.facts.python import guards
from mlops_platform.core.facts.python.definitions import (
    Function,
    class_names,
    define_class,
    define_function,
    has_decorator,
)
from mlops_platform.core.facts.python.expressions import mentions_arguments, walk
from mlops_platform.core.facts.python.literals import literal_texts
from mlops_platform.core.facts.python.names import LONGEST_NAME, UNKNOWN, Bindings, Instance, Names
from mlops_platform.core.facts.python.notes import Notes
from mlops_platform.core.facts.python.resolution import bind_target, value
from mlops_platform.core.facts.python.statements import note_statement, promised

MAIN = "__main__"


class _Waiting(NamedTuple):
    function: Function
    scopes: list[Bindings]
    name: str
    owner: str


class SourceVisit:
    """Walks one module and fills its notes. `package` is the folder that it stands in, dotted."""

    def __init__(self, package: str, *, watches_arguments: bool = True) -> None:
        self.names = Names()
        self.notes = Notes(self.names, package, watches_arguments=watches_arguments)
        self.main_line: int | None = None
        self._waiting: deque[_Waiting] = deque()
        self._scopes = [self.names.module]
        self._prefix = ""
        self._owner = ""

    def visit(self, module: ast.Module) -> None:
        """Visit the module, then its functions."""
        self.block(module.body)
        while self._waiting:
            self._enter(self._waiting.popleft())
        self.names.chain = [self.names.module]
        self.notes.settle()

    def block(self, statements: list[ast.stmt]) -> None:
        """Visit statements in order."""
        for statement in statements:
            handler = _HANDLERS.get(type(statement))
            if handler is not None:
                handler(self, statement)
            else:
                note_statement(self.notes, statement)

    def define_function(self, function: Function) -> None:
        """Note a function; its body waits."""
        name = self._dotted(function.name)
        for decorator in function.decorator_list:
            walk(self.notes, decorator)
        for default in (*function.args.defaults, *function.args.kw_defaults):
            walk(self.notes, default)
        definition = define_function(self.names, function, name, is_method=bool(self._owner))
        self.notes.define(definition, function)
        self.names.bind(function.name, name)
        self._waiting.append(_Waiting(function, self._scopes, name, self._owner))

    def define_class(self, node: ast.ClassDef) -> None:
        """Note a class and visit its body; its methods wait."""
        name = self._dotted(node.name)
        for part in (*node.decorator_list, *node.bases, *(k.value for k in node.keywords)):
            walk(self.notes, part)
        self.notes.define(define_class(self.names, node, name), node)
        self.names.classes[name] = class_names(self.names, node)
        self.names.bind(node.name, name)
        before = (self._prefix, self._owner)
        self._prefix = self._owner = name
        self.names.fork()
        self.block(node.body)
        self.names.close()
        self._prefix, self._owner = before

    def condition(self, statement: ast.If) -> None:
        """Visit all ways of an `if`, its `elif` ones without recursion."""
        ways = []
        asked = 0
        while True:
            walk(self.notes, statement.test)
            asks = mentions_arguments(self.notes, statement.test)
            can_miss = asks and not guards.leaves(statement.orelse)
            self.notes.guards += can_miss
            ways.append(self._chosen(statement))
            self.notes.guards -= can_miss
            goes_on = asks and not guards.leaves(statement.body)
            self.notes.guards += goes_on
            asked += goes_on
            rest = statement.orelse
            if len(rest) != 1 or not isinstance(rest[0], ast.If):
                break
            statement = rest[0]
        ways.append(self._way(rest))
        self.notes.guards -= asked
        self._join(ways)

    def loop(self, statement: ast.For | ast.AsyncFor) -> None:
        """Visit a loop's body once; its target is unknown."""
        walk(self.notes, statement.iter)
        bind_target(self.names, statement.target, UNKNOWN)
        if type(statement.target) is ast.Name:
            self.notes.looped[statement.target.id] = literal_texts(statement.iter)
        self._join([self._way(statement.body), {}])
        self.block(statement.orelse)

    def repeat(self, statement: ast.While) -> None:
        """Visit a `while` body once."""
        walk(self.notes, statement.test)
        self._join([self._way(statement.body), {}])
        self.block(statement.orelse)

    def use(self, statement: ast.With | ast.AsyncWith) -> None:
        """Bind what `with … as` gives: mostly the object itself."""
        for item in statement.items:
            walk(self.notes, item.context_expr)
            if item.optional_vars is not None:
                worth = value(self.names, item.context_expr)
                bind_target(self.names, item.optional_vars, worth)
        is_guard = guards.suppresses_missing_module(self.names, statement)
        self.notes.import_guards += is_guard
        self.block(statement.body)
        self.notes.import_guards -= is_guard

    def attempt(self, statement: ast.Try | ast.TryStar) -> None:
        """Visit a `try`: what its body binds wins over what its handlers bind."""
        notes = self.notes
        no_module = guards.survives_missing_module(statement)
        no_item = guards.survives_missing_item(statement)
        notes.import_guards += no_module
        notes.guards += no_item
        self.block(statement.body)
        notes.guards -= no_item
        bound = [self._handler(handler) for handler in statement.handlers]
        notes.import_guards -= no_module
        for name, worth in ((n, w) for way in bound for n, w in way.items()):
            if not self.names.is_bound(name):
                self.names.bind(name, worth)
        self.block(statement.orelse)
        self.block(statement.finalbody)

    def match(self, statement: ast.Match) -> None:
        """Visit all cases; what their patterns capture is unknown."""
        walk(self.notes, statement.subject)
        ways = []
        for case in statement.cases:
            for part in ast.walk(case.pattern):
                captured = getattr(part, "name", None) or getattr(part, "rest", None)
                if captured:
                    self.names.bind(captured, UNKNOWN)
            walk(self.notes, case.guard)
            ways.append(self._way(case.body))
        self._join([*ways, {}])

    def _enter(self, waiting: _Waiting) -> None:
        own: Bindings = {}
        function, arguments = waiting.function, waiting.function.args
        self._scopes = [*waiting.scopes, own]
        self.names.chain = self._scopes
        self._prefix = self.notes.scope = waiting.name
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        own.update((each.arg, promised(self.names, each.annotation)) for each in every)
        for rest in (arguments.vararg, arguments.kwarg):
            if rest is not None:
                own[rest.arg] = UNKNOWN
        if waiting.owner and every and not has_decorator(function, "staticmethod"):
            is_class = has_decorator(function, "classmethod")
            own[every[0].arg] = waiting.owner if is_class else Instance(waiting.owner)
        self.block(function.body)

    def _dotted(self, name: str) -> str:
        return f"{self._prefix}.{name}"[:LONGEST_NAME] if self._prefix else name[:LONGEST_NAME]

    def _way(self, statements: list[ast.stmt]) -> Bindings | None:
        """Visit one way through the code; return its bindings, None where it does not go on."""
        own = self.names.fork()
        self.notes.conditions += 1
        self.block(statements)
        self.notes.conditions -= 1
        self.names.close()
        return None if guards.leaves(statements) else own

    def _join(self, ways: list[Bindings | None]) -> None:
        self.names.join(way for way in ways if way is not None)

    def _chosen(self, statement: ast.If) -> Bindings | None:
        notes = self.notes
        if not notes.scope and guards.is_main(statement.test):
            self.main_line = self.main_line or statement.lineno
            notes.scope = MAIN
            notes.conditions -= 1
            way = self._way(statement.body)
            notes.conditions += 1
            notes.scope = ""
            return way
        is_guard = guards.is_type_checking(self.names, statement.test)
        notes.import_guards += is_guard
        way = self._way(statement.body)
        notes.import_guards -= is_guard
        return way

    def _handler(self, handler: ast.ExceptHandler) -> Bindings:
        own = self.names.fork()
        if handler.name:
            self.names.bind(handler.name, UNKNOWN)
        self.block(handler.body)
        self.names.close()
        own.pop(handler.name or "", None)
        return {} if guards.leaves(handler.body) else own


_HANDLERS: dict[type[ast.stmt], Callable[..., None]] = {
    ast.FunctionDef: SourceVisit.define_function,
    ast.AsyncFunctionDef: SourceVisit.define_function,
    ast.ClassDef: SourceVisit.define_class,
    ast.If: SourceVisit.condition,
    ast.For: SourceVisit.loop,
    ast.AsyncFor: SourceVisit.loop,
    ast.While: SourceVisit.repeat,
    ast.With: SourceVisit.use,
    ast.AsyncWith: SourceVisit.use,
    ast.Try: SourceVisit.attempt,
    ast.TryStar: SourceVisit.attempt,
    ast.Match: SourceVisit.match,
}
