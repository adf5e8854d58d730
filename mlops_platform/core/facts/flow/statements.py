"""Statements, in the order in which they run; ways that part are joined again."""

import ast
from collections.abc import Callable, Sequence

from mlops_platform.core.facts.flow.assignment import bind, forget
from mlops_platform.core.facts.flow.conditions import truth
from mlops_platform.core.facts.flow.importing import import_from, import_names
from mlops_platform.core.facts.flow.iteration import elements
from mlops_platform.core.facts.flow.joins import join_names
from mlops_platform.core.facts.flow.machine import Machine
from mlops_platform.core.facts.flow.ordering import note_counter
from mlops_platform.core.facts.flow.plain_values import Constant, Unknown
from mlops_platform.core.facts.flow.selection import note_choice
from mlops_platform.core.facts.flow.values import (
    Class,
    Function,
    Scope,
    Value,
)
from mlops_platform.core.facts.flow.ways import meet, meet_gone, walk

UNROLLED = 2


def execute(machine: Machine, statements: Sequence[ast.stmt]) -> bool:
    """Run statements; tell whether the end was reached."""
    gone = len(machine.gone)
    is_through = True
    for statement in statements:
        machine.step()
        machine.line = statement.lineno
        handler = _HANDLERS.get(type(statement))
        if handler is not None and not handler(machine, statement):
            is_through = False
            break
    if len(machine.gone) > gone:
        meet_gone(machine, gone)
    return is_through


def _expression(machine: Machine, node: ast.Expr) -> bool:
    machine.evaluate(node.value)
    return True


def _assign(machine: Machine, node: ast.Assign) -> bool:
    value = machine.evaluate(node.value)
    for target in node.targets:
        bind(machine, target, value)
    return True


def _annotated(machine: Machine, node: ast.AnnAssign) -> bool:
    if node.value is not None:
        bind(machine, node.target, machine.evaluate(node.value))
    return True


def _augmented(machine: Machine, node: ast.AugAssign) -> bool:
    together = ast.copy_location(ast.BinOp(_loaded(node.target), node.op, node.value), node.target)
    bind(machine, node.target, machine.evaluate(together))
    return True


def _loaded(target: ast.Name | ast.Attribute | ast.Subscript) -> ast.expr:
    if isinstance(target, ast.Name):
        return ast.copy_location(ast.Name(target.id, ast.Load()), target)
    if isinstance(target, ast.Attribute):
        return ast.copy_location(ast.Attribute(target.value, target.attr, ast.Load()), target)
    return ast.copy_location(ast.Subscript(target.value, target.slice, ast.Load()), target)


def _return(machine: Machine, node: ast.Return) -> bool:
    value = machine.evaluate(node.value) if node.value else Constant(None)
    machine.returned.append(value)
    return _leave(machine, node)


def _leave(machine: Machine, node: ast.stmt) -> bool:
    machine.is_raised = isinstance(node, ast.Raise)
    return False


def _if(machine: Machine, node: ast.If) -> bool:
    test = machine.evaluate(node.test)
    told = truth(machine, test)
    if told is not None:
        return machine.execute(node.body if told else node.orelse)
    note_choice(machine, test, node)
    return _either(machine, node.body, node.orelse)


def _either(machine: Machine, body: Sequence[ast.stmt], other: Sequence[ast.stmt]) -> bool:
    before = dict(machine.scope.names)
    first = walk(machine, lambda: machine.execute(body))
    after = machine.scope.names
    machine.scope.names = before
    second = walk(machine, lambda: machine.execute(other))
    if first.is_through and second.is_through:
        machine.scope.names = join_names(machine, after, machine.scope.names)
    elif first.is_through:
        machine.scope.names = after
    meet(machine, first, second)
    return first.is_through or second.is_through


def _for(machine: Machine, node: ast.For | ast.AsyncFor) -> bool:
    items = elements(machine, machine.evaluate(node.iter))
    note_counter(machine, node.target, node.iter)
    times = _times(machine)
    for number, item in enumerate(items[:times] if len(items) > 1 else items * times):
        is_next = number > 0 and len(items) == 1 and isinstance(item, Unknown)
        bind(machine, node.target, machine.unknown() if is_next else item)
        _repeat(machine, node.body)
    machine.execute(node.orelse)
    return True


def _while(machine: Machine, node: ast.While) -> bool:
    for _ in range(_times(machine)):
        machine.evaluate(node.test)
        _repeat(machine, node.body)
    machine.execute(node.orelse)
    return True


def _times(machine: Machine) -> int:
    """Return how often a loop is run; in the depth once, as what is around it comes again."""
    return UNROLLED if machine.loops < UNROLLED else 1


def _repeat(machine: Machine, body: Sequence[ast.stmt]) -> None:
    machine.loops += 1
    machine.execute(body)
    machine.loops -= 1


def _with(machine: Machine, node: ast.With | ast.AsyncWith) -> bool:
    for item in node.items:
        value = machine.evaluate(item.context_expr)
        if item.optional_vars is not None:
            bind(machine, item.optional_vars, value)
    return machine.execute(node.body)


def _try(machine: Machine, node: ast.Try) -> bool:
    is_through = machine.execute(node.body)
    is_raised = machine.is_raised
    after = dict(machine.scope.names)
    for handler in node.handlers:
        if machine.execute(handler.body):
            machine.scope.names = join_names(machine, after, machine.scope.names)
            is_through = True
        else:
            machine.scope.names = dict(after)
    if is_through:
        is_through = machine.execute(node.orelse)
    machine.is_raised = machine.is_raised and is_raised
    return machine.execute(node.finalbody) and is_through


def _match(machine: Machine, node: ast.Match) -> bool:
    machine.evaluate(node.subject)
    before = dict(machine.scope.names)
    joined = dict(before)
    for case in node.cases:
        machine.scope.names = dict(before)
        if machine.execute(case.body):
            joined = join_names(machine, joined, machine.scope.names)
    machine.scope.names = joined
    return True


def _function(machine: Machine, node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    function: Value = Function(node, machine.scope, machine.path)
    machine.scope.names[node.name] = function
    return True


def _class(machine: Machine, node: ast.ClassDef) -> bool:
    bases = [machine.evaluate(base) for base in node.bases]
    outer = machine.scope
    machine.scope = Scope(outer)
    machine.execute(node.body)
    members = machine.scope.names
    machine.scope = outer
    # Methods look into the file, not into the class.
    for name, member in members.items():
        if isinstance(member, Function) and not isinstance(member.node, ast.Lambda):
            members[name] = member._replace(scope=outer)
    outer.names[node.name] = Class(node.name, members, bases)
    return True


def _delete(machine: Machine, node: ast.Delete) -> bool:
    for target in node.targets:
        forget(machine, target)
    return True


def _elsewhere(machine: Machine, node: ast.Global | ast.Nonlocal) -> bool:
    """Forget literals that a function changes outside of itself."""
    for name in node.names:
        scope = machine.scope.outer
        while scope is not None:
            if isinstance(scope.names.get(name), Constant):
                scope.names[name] = machine.unknown()
            scope = scope.outer
    return True


def _import(machine: Machine, node: ast.Import) -> bool:
    import_names(machine, node)
    return True


def _import_from(machine: Machine, node: ast.ImportFrom) -> bool:
    import_from(machine, node)
    return True


_HANDLERS: dict[type[ast.stmt], Callable[..., bool]] = {
    ast.Expr: _expression,
    ast.Assign: _assign,
    ast.AnnAssign: _annotated,
    ast.AugAssign: _augmented,
    ast.Return: _return,
    ast.Raise: _leave,
    ast.Break: _leave,
    ast.Continue: _leave,
    ast.If: _if,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.While: _while,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.Match: _match,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.Delete: _delete,
    ast.Global: _elsewhere,
    ast.Nonlocal: _elsewhere,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
}
