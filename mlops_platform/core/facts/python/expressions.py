"""The walk over one expression: calls, strings, indexes; no recursion where code nests deeply.

Only comprehensions, lambdas and conditions are entered by recursion, since they change what names
mean or whether a value is needed.
"""

import ast
from collections.abc import Callable

from mlops_platform.core.facts.python.names import UNKNOWN
from mlops_platform.core.facts.python.notes import ENVIRONMENT, Notes
from mlops_platform.core.facts.python.resolution import bind_target, dotted, value

READ_ARGUMENTS = frozenset({"sys.argv", "sys.argv[1:]"})
_CHILDREN: dict[type[ast.AST], tuple[str, ...]] = {
    ast.Attribute: ("value",),
    ast.Await: ("value",),
    ast.BinOp: ("left", "right"),
    ast.BoolOp: ("values",),
    ast.Compare: ("left", "comparators"),
    ast.Dict: ("keys", "values"),
    ast.FormattedValue: ("value", "format_spec"),
    ast.IfExp: ("test", "body", "orelse"),
    ast.List: ("elts",),
    ast.Set: ("elts",),
    ast.Slice: ("lower", "upper", "step"),
    ast.Starred: ("value",),
    ast.Subscript: ("value", "slice"),
    ast.Tuple: ("elts",),
    ast.UnaryOp: ("operand",),
    ast.Yield: ("value",),
    ast.YieldFrom: ("value",),
}
_WATCHED = frozenset({ast.IfExp, ast.BoolOp})
_Stack = list[ast.AST | None]


def walk(notes: Notes, expression: ast.AST | None) -> None:
    """Note everything of interest in an expression."""
    stack: _Stack = [expression]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is ast.Name:
            notes.mentioned.add(node.id)  # type: ignore[union-attr]
            continue
        if kind is ast.Constant:
            if type(node.value) is str:  # type: ignore[union-attr]
                notes.text(node.value, node.lineno)  # type: ignore[union-attr]
        elif kind is ast.Call:
            notes.call(node)  # type: ignore[arg-type]
            _push_call(stack, node)  # type: ignore[arg-type]
        elif kind in _CHILDREN:
            if kind in _ASIDES:
                _ASIDES[kind](notes, node)
            if not (notes.watches_arguments and kind in _WATCHED):
                _push(stack, node, _CHILDREN[kind])  # type: ignore[arg-type]
        elif kind in _INNER:
            _INNER[kind](notes, node)


def mentions_arguments(notes: Notes, test: ast.expr) -> bool:
    """Tell whether a condition asks how many arguments the program got."""
    return notes.watches_arguments and any(
        isinstance(node, ast.Attribute | ast.Name) and value(notes.names, node) in READ_ARGUMENTS
        for node in ast.walk(test)
    )


def note_unpacked(notes: Notes, statement: ast.Assign) -> None:
    """Note `_, path, name = sys.argv` as if each argument were indexed."""
    target = statement.targets[0]
    if not notes.watches_arguments or not isinstance(target, ast.Tuple):
        return
    source = dotted(notes.names, statement.value)
    if source not in READ_ARGUMENTS:
        return
    for position in range(len(target.elts)):
        place = ast.Constant(value=position)
        node = ast.Subscript(value=statement.value, slice=place, ctx=ast.Load())
        notes.index(ast.copy_location(node, statement.value), source)


def _push_call(stack: _Stack, call: ast.Call) -> None:
    for keyword in reversed(call.keywords):
        stack.append(keyword.value)
    if call.args:
        stack.extend(call.args[::-1])
    if type(call.func) is not ast.Name:
        stack.append(call.func)


def _push(stack: _Stack, node: ast.AST, fields: tuple[str, ...]) -> None:
    for field in reversed(fields):
        child = getattr(node, field)
        if type(child) is list:
            stack.extend(child[::-1])
        elif child is not None:
            stack.append(child)


def _subscript(notes: Notes, node: ast.Subscript) -> None:
    if type(node.ctx) is not ast.Load or type(node.value) not in (ast.Attribute, ast.Name):
        return
    name = value(notes.names, node.value)
    if name == ENVIRONMENT or name in READ_ARGUMENTS:
        notes.index(node, str(name))


def _compare(notes: Notes, node: ast.Compare) -> None:
    """Note the variable that `"X" in os.environ` asks for."""
    is_membership = type(node.ops[0]) in (ast.In, ast.NotIn)
    if not is_membership or not isinstance(node.left, ast.Constant):
        return
    if isinstance(node.left.value, str) and dotted(notes.names, node.comparators[0]) == ENVIRONMENT:
        notes.tested.add(node.left.value)


def _either(notes: Notes, node: ast.IfExp) -> None:
    if not notes.watches_arguments:
        return
    walk(notes, node.test)
    _guarded(notes, [node.body, node.orelse], mentions_arguments(notes, node.test))


def _all_or_any(notes: Notes, node: ast.BoolOp) -> None:
    if not notes.watches_arguments:
        return
    walk(notes, node.values[0])
    _guarded(notes, node.values[1:], mentions_arguments(notes, node.values[0]))


def _guarded(notes: Notes, expressions: list[ast.expr], is_guarded: bool) -> None:
    notes.guards += is_guarded
    for expression in expressions:
        walk(notes, expression)
    notes.guards -= is_guarded


def _joined(notes: Notes, node: ast.JoinedStr) -> None:
    """Note a formatted string with `{}` for its values, then walk the values."""
    parts = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            parts.append("{}")
            walk(notes, part)
    notes.text("".join(parts), node.lineno)


def _named(notes: Notes, node: ast.NamedExpr) -> None:
    walk(notes, node.value)
    bind_target(notes.names, node.target, value(notes.names, node.value), node.value)


def _comprehension(
    notes: Notes, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
) -> None:
    notes.names.fork()
    for generator in node.generators:
        walk(notes, generator.iter)
        bind_target(notes.names, generator.target, UNKNOWN)
        for condition in generator.ifs:
            walk(notes, condition)
    for part in (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,):
        walk(notes, part)
    notes.names.close()


def _lambda(notes: Notes, node: ast.Lambda) -> None:
    arguments = node.args
    for default in (*arguments.defaults, *arguments.kw_defaults):
        walk(notes, default)
    notes.names.fork()
    for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        notes.names.bind(argument.arg, UNKNOWN)
    walk(notes, node.body)
    notes.names.close()


_Handlers = dict[type[ast.AST], Callable[..., None]]
_ASIDES: _Handlers = {
    ast.Subscript: _subscript,
    ast.Compare: _compare,
    ast.IfExp: _either,
    ast.BoolOp: _all_or_any,
}
_INNER: _Handlers = {
    ast.JoinedStr: _joined,
    ast.NamedExpr: _named,
    ast.ListComp: _comprehension,
    ast.SetComp: _comprehension,
    ast.DictComp: _comprehension,
    ast.GeneratorExp: _comprehension,
    ast.Lambda: _lambda,
}
