"""What an expression stands for: the name of what is called, the value of what is assigned."""

import ast
import builtins
from collections.abc import Callable

from mlops_platform.core.facts.python.names import (
    LONGEST_NAME,
    NOTHING,
    UNKNOWN,
    Instance,
    Names,
    Value,
    agreed,
)

BUILTINS = frozenset(dir(builtins))
# Called on an object, they return it or its like, so that a chain keeps its class.
RETURNS_ITSELF = frozenset({"to", "cuda", "cpu", "eval", "half", "float", "double"})
FIT_RETURNS_ITSELF = ("sklearn.", "xgboost.", "lightgbm.", "catboost.", "imblearn.")
DEEPEST = 8


def called(names: Names, function: ast.expr, depth: int = 0) -> str:
    """Return the name by which a call goes, "" where nothing can be said."""
    name = _called(names, function, depth)
    return name if len(name) <= LONGEST_NAME else ""


def _called(names: Names, function: ast.expr, depth: int) -> str:
    if isinstance(function, ast.Name):
        value = names.lookup(function.id)
        if isinstance(value, Instance):
            return names.member(value.of, ["__call__"]) if value.of else ""
        return value or ""
    if isinstance(function, ast.Attribute):
        return _called_attribute(names, function, depth)
    if isinstance(function, ast.Subscript):
        generic = called(names, function.value, depth + 1) if depth < DEEPEST else ""
        return generic if generic and names.is_class(generic) else ""
    return ""


def dotted(names: Names, expression: ast.expr) -> str:
    """Return the dotted name of a class, function or module, "" for anything else."""
    found = value(names, expression)
    return found if isinstance(found, str) else ""


def value(names: Names, expression: ast.expr | None, depth: int = 0) -> Value:
    """Return what an expression is worth, as far as names tell."""
    evaluate = _VALUES.get(type(expression))
    found = evaluate(names, expression, depth + 1) if evaluate and depth <= DEEPEST else UNKNOWN
    return UNKNOWN if isinstance(found, str) and len(found) > LONGEST_NAME else found


def bind_target(
    names: Names, target: ast.expr, worth: Value, source: ast.expr | None = None
) -> None:
    """Bind an assignment's target; a tuple of names takes a tuple of values one by one."""
    if isinstance(target, ast.Name):
        names.bind(target.id, worth)
    elif isinstance(target, ast.Attribute):
        if isinstance(target.value, ast.Name):
            names.set_attribute(names.lookup(target.value.id), target.attr, worth)
            if target.value.id == "self":
                names.bind(f"self.{target.attr}", worth)
    elif isinstance(target, ast.Tuple | ast.List):
        parts = _elements(source, len(target.elts))
        worths = [value(names, part) for part in parts]
        for element, part, own in zip(target.elts, parts, worths, strict=True):
            bind_target(names, element, own, part)
    elif isinstance(target, ast.Starred):
        bind_target(names, target.value, UNKNOWN)


def literal_module(call: ast.Call) -> str:
    """Return the module that `import_module("…")` or `__import__("…")` names, else ""."""
    first = call.args[0] if call.args else None
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return ""
    return first.value if is_module_name(first.value) else ""


def is_module_name(text: str) -> bool:
    """Tell whether a text could name a module: identifiers, with dots between."""
    return all(part.isidentifier() for part in text.split("."))


def _called_attribute(names: Names, function: ast.Attribute, depth: int) -> str:
    base, path = _path(function)
    worth = _base(names, base, depth)
    if made := made_here(names, base, path):
        worth, path = made, path[1:]
    if isinstance(worth, str):
        return ".".join((worth, *path))
    if worth is not UNKNOWN and worth.of:
        return names.member(worth.of, path)
    return f".{path[-1]}"


def made_here(names: Names, base: ast.expr, path: list[str]) -> Instance | None:
    """Return the object that `self.attribute` was given in the same function, None without one."""
    if len(path) == 1 or not isinstance(base, ast.Name) or base.id != "self":
        return None
    key = f"self.{path[0]}"
    worth = names.lookup(key)
    return worth if isinstance(worth, Instance) and worth.of else None


def _attribute(names: Names, expression: ast.Attribute, depth: int) -> Value:
    base, path = _path(expression)
    worth = _base(names, base, depth)
    if isinstance(worth, str):
        return ".".join((worth, *path))
    if worth is UNKNOWN or not worth.of:
        return UNKNOWN
    if len(path) == 1:
        return names.attribute(worth.of, path[0])
    name = names.member(worth.of, path)
    return UNKNOWN if name[0] == "." else name


def _base(names: Names, base: ast.expr, depth: int) -> Value:
    """Value what attributes are taken of; a name out of nowhere (`import *`) is unknown."""
    if isinstance(base, ast.Name):
        worth = names.lookup(base.id)
        if worth == base.id and base.id not in BUILTINS and not names.is_bound(base.id):
            return UNKNOWN
        return worth
    return value(names, base, depth + 1) if isinstance(base, ast.Call) else UNKNOWN


def _looked_up(names: Names, name: ast.Name, _depth: int) -> Value:
    return names.lookup(name.id)


def _constant(_names: Names, constant: ast.Constant, _depth: int) -> Value:
    return NOTHING if constant.value is None else UNKNOWN


def _either(names: Names, choice: ast.IfExp, depth: int) -> Value:
    return agreed(value(names, way, depth) for way in (choice.body, choice.orelse))


def _made(names: Names, call: ast.Call, depth: int) -> Value:
    name = called(names, call.func, depth)
    if name in {"importlib.import_module", "__import__"}:
        return literal_module(call) or UNKNOWN
    if not name or name[0] == ".":
        return UNKNOWN
    if names.is_class(name):
        return Instance(name)
    if name == "functools.partial" and call.args:
        return value(names, call.args[0], depth)
    owner, _, method = name.rpartition(".")
    if not owner or not names.is_class(owner):
        return UNKNOWN
    is_fit = method == "fit" and owner.startswith(FIT_RETURNS_ITSELF)
    is_same = is_fit or method in RETURNS_ITSELF or method.startswith("from_")
    return Instance(owner) if is_same else UNKNOWN


def _rest_of_arguments(names: Names, expression: ast.Subscript, depth: int) -> Value:
    """Keep the program's arguments recognisable behind `args = sys.argv[1:]`."""
    part = expression.slice
    if isinstance(part, ast.Slice) and value(names, expression.value, depth) == "sys.argv":
        is_rest = isinstance(part.lower, ast.Constant) and part.lower.value == 1
        return "sys.argv[1:]" if is_rest and part.upper is None else UNKNOWN
    return UNKNOWN


def _path(expression: ast.Attribute) -> tuple[ast.expr, list[str]]:
    path = [expression.attr]
    base = expression.value
    while isinstance(base, ast.Attribute):
        path.append(base.attr)
        base = base.value
    path.reverse()
    return base, path


def _elements(source: ast.expr | None, count: int) -> list[ast.expr | None]:
    if isinstance(source, ast.Tuple | ast.List) and len(source.elts) == count:
        return list(source.elts)
    return [None] * count


_VALUES: dict[type[ast.expr] | type[None], Callable[..., Value]] = {
    ast.Name: _looked_up,
    ast.Call: _made,
    ast.Attribute: _attribute,
    ast.Constant: _constant,
    ast.IfExp: _either,
    ast.Subscript: _rest_of_arguments,
}
