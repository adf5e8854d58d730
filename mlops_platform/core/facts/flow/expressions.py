"""Expressions: what each is worth, given the names here and now."""

import ast
import builtins
from collections.abc import Callable

from mlops_platform.core.facts.flow.alternatives import either_branch, either_operand
from mlops_platform.core.facts.flow.arithmetic import LONGEST_TEXT, combined, compared, inverted
from mlops_platform.core.facts.flow.assignment import bind
from mlops_platform.core.facts.flow.attributes import attribute
from mlops_platform.core.facts.flow.iteration import elements
from mlops_platform.core.facts.flow.machine import Arguments, Machine
from mlops_platform.core.facts.flow.ordering import note_counter
from mlops_platform.core.facts.flow.plain_values import (
    Api,
    Constant,
    Unknown,
)
from mlops_platform.core.facts.flow.subscripts import subscript
from mlops_platform.core.facts.flow.tables import change_in_place
from mlops_platform.core.facts.flow.values import (
    Bound,
    Data,
    Function,
    Listing,
    Scope,
    Table,
    Value,
)

_BUILTINS = frozenset(dir(builtins))


def evaluate(machine: Machine, node: ast.expr) -> Value:
    """Return what an expression is worth."""
    handler = _HANDLERS.get(type(node))
    return handler(machine, node) if handler else machine.unknown()


def _name(machine: Machine, node: ast.Name) -> Value:
    found = machine.scope.lookup(node.id)
    if found is not None:
        return found
    for module in machine.stars.get(machine.path, ()):
        full = machine.known.starred(module, node.id)
        if full:
            return Api(full)
    return Api(node.id) if node.id in _BUILTINS else machine.unknown()


def _constant(machine: Machine, node: ast.Constant) -> Value:
    value = node.value
    if value is None or isinstance(value, str | int | float | bool):
        return Constant(value)
    return machine.unknown()


def _attribute(machine: Machine, node: ast.Attribute) -> Value:
    return attribute(machine, machine.evaluate(node.value), node.attr)


def _subscript(machine: Machine, node: ast.Subscript) -> Value:
    return subscript(machine, machine.evaluate(node.value), node.slice)


def _call(machine: Machine, node: ast.Call) -> Value:
    line = machine.line
    owner: Value | None = None
    if isinstance(node.func, ast.Attribute):
        owner = machine.evaluate(node.func.value)
        function = _method(machine, owner, node.func.attr)
    else:
        function = machine.evaluate(node.func)
    arguments = _arguments(machine, node)
    machine.line = node.lineno
    found = machine.call(function, arguments)
    machine.line = line
    if isinstance(owner, Data) and isinstance(node.func, ast.Attribute):
        change_in_place(machine, node.func, owner, arguments, found)
    return found


def _method(machine: Machine, owner: Value, name: str) -> Value:
    if isinstance(owner, Api):
        return attribute(machine, owner, name)
    return Bound(owner, name)


def _arguments(machine: Machine, node: ast.Call) -> Arguments:
    positional: list[Value] = []
    for each in node.args:
        if isinstance(each, ast.Starred):
            value = machine.evaluate(each.value)
            positional.extend(value.items if isinstance(value, Listing) else [machine.unknown()])
        else:
            positional.append(machine.evaluate(each))
    keywords = {k.arg: machine.evaluate(k.value) for k in node.keywords if k.arg}
    for keyword in node.keywords:
        rest = machine.evaluate(keyword.value) if keyword.arg is None else None
        if isinstance(rest, Table):
            keywords |= rest.entries
    return Arguments(tuple(positional), keywords, tuple(node.args))


def _listing(machine: Machine, node: ast.List | ast.Tuple | ast.Set) -> Value:
    items: list[Value] = []
    for each in node.elts:
        if isinstance(each, ast.Starred):
            items.extend(elements(machine, machine.evaluate(each.value)))
        else:
            items.append(machine.evaluate(each))
    return Listing(items)


def _table(machine: Machine, node: ast.Dict) -> Value:
    table = Table()
    for key, each in zip(node.keys, node.values, strict=True):
        value = machine.evaluate(each)
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            table.entries[key.value] = value
        elif key is None and isinstance(value, Table):
            table.entries |= value.entries
        else:
            table.others.append(value)
    return table


def _binary(machine: Machine, node: ast.BinOp) -> Value:
    one, other = machine.evaluate(node.left), machine.evaluate(node.right)
    return combined(machine, node, one, other)


def _unary(machine: Machine, node: ast.UnaryOp) -> Value:
    return inverted(machine, node, machine.evaluate(node.operand))


def _compare(machine: Machine, node: ast.Compare) -> Value:
    values = [machine.evaluate(each) for each in (node.left, *node.comparators)]
    return compared(machine, node, values)


def _lambda(machine: Machine, node: ast.Lambda) -> Value:
    return Function(node, machine.scope, machine.path)


def _comprehension(machine: Machine, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> Value:
    return Listing(_comprehended(machine, node.generators, lambda: machine.evaluate(node.elt)))


def _dict_comprehension(machine: Machine, node: ast.DictComp) -> Value:
    table = Table()
    values = _comprehended(machine, node.generators, lambda: machine.evaluate(node.value))
    table.others.extend(values)
    return table


def _comprehended(
    machine: Machine, generators: list[ast.comprehension], make: Callable[[], Value]
) -> list[Value]:
    outer = machine.scope
    machine.scope = Scope(outer)
    items: list[Value] = []
    first = generators[0]
    note_counter(machine, first.target, first.iter)
    found = elements(machine, machine.evaluate(first.iter))[:16]
    # As many as are not known may be more than one.
    for element in [found[0], machine.unknown()] if isinstance(found[0], Unknown) else found:
        bind(machine, first.target, element)
        for inner in generators[1:]:
            bind(machine, inner.target, elements(machine, machine.evaluate(inner.iter))[0])
        tests = [machine.evaluate(each) for one in generators for each in one.ifs]
        if any(isinstance(each, Constant) and not each.value for each in tests):
            continue
        item = make()
        is_sure = all(isinstance(each, Constant) for each in tests)
        items.append(item if is_sure or not isinstance(item, Constant) else machine.unknown())
    machine.scope = outer
    return items


def _walrus(machine: Machine, node: ast.NamedExpr) -> Value:
    value = machine.evaluate(node.value)
    bind(machine, node.target, value)
    return value


def _inner(machine: Machine, node: ast.Await | ast.Starred) -> Value:
    return machine.evaluate(node.value)


def _text(machine: Machine, node: ast.JoinedStr) -> Value:
    """Put a text together where all its parts are known words or whole numbers."""
    parts = [_text_part(machine, each) for each in node.values]
    text = "".join(each or "" for each in parts)
    is_known = all(each is not None for each in parts) and len(text) <= LONGEST_TEXT
    return Constant(text) if is_known else machine.unknown()


def _text_part(machine: Machine, node: ast.expr) -> str | None:
    if not isinstance(node, ast.FormattedValue):
        return str(node.value) if isinstance(node, ast.Constant) else None
    value = machine.evaluate(node.value)
    told = value.value if isinstance(value, Constant) else None
    is_plain = node.conversion == -1 and node.format_spec is None and not isinstance(told, bool)
    return str(told) if is_plain and isinstance(told, str | int) else None


def _yield(machine: Machine, node: ast.Yield) -> Value:
    if node.value is not None:
        machine.returned.append(Listing([machine.evaluate(node.value)]))
    return machine.unknown()


_HANDLERS: dict[type[ast.expr], Callable[..., Value]] = {
    ast.Name: _name,
    ast.Constant: _constant,
    ast.Attribute: _attribute,
    ast.Subscript: _subscript,
    ast.Call: _call,
    ast.List: _listing,
    ast.Tuple: _listing,
    ast.Set: _listing,
    ast.Dict: _table,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.BoolOp: either_operand,
    ast.IfExp: either_branch,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.DictComp: _dict_comprehension,
    ast.NamedExpr: _walrus,
    ast.Await: _inner,
    ast.Starred: _inner,
    ast.JoinedStr: _text,
    ast.Yield: _yield,
}
