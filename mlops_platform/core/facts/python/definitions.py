"""Functions and classes of one file as definitions: decorators, bases, parameters, annotations."""

import ast
from collections.abc import Callable

from mlops_platform.core.facts.python.literals import string, written
from mlops_platform.core.facts.python.names import ClassNames, Names
from mlops_platform.core.facts.python.resolution import called, dotted
from mlops_platform.core.facts.python.source_file import Definition

Function = ast.FunctionDef | ast.AsyncFunctionDef
LONGEST_ANNOTATION = 120
DEEPEST_ANNOTATION = 6
# Bases that give no methods of their own worth naming.
_EMPTY_BASES = frozenset(
    {"object", "abc.ABC", "typing.Generic", "typing.Protocol", "typing.NamedTuple", "enum.Enum"}
)


def define_function(names: Names, node: Function, name: str, is_method: bool) -> Definition:
    """Return the definition of a function under its dotted name."""
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    own = every[1:] if is_method and not has_decorator(node, "staticmethod") else every
    is_typed = all(argument.annotation for argument in own) and (
        node.returns is not None or (node.name == "__init__" and bool(own))
    )
    return Definition(
        kind="function",
        name=name,
        line=node.lineno,
        end_line=node.end_lineno or node.lineno,
        decorators=_decorators(names, node),
        decorator_texts=_decorator_texts(node),
        bases=(),
        parameters=tuple((a.arg, annotation(names, a.annotation)) for a in every),
        is_typed=is_typed,
    )


def define_class(names: Names, node: ast.ClassDef, name: str) -> Definition:
    """Return the definition of a class; its parameters are its annotated fields."""
    fields = [
        (statement.target.id, annotation(names, statement.annotation))
        for statement in node.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    ]
    return Definition(
        kind="class",
        name=name,
        line=node.lineno,
        end_line=node.end_lineno or node.lineno,
        decorators=_decorators(names, node),
        decorator_texts=_decorator_texts(node),
        bases=_bases(names, node),
        parameters=tuple(fields),
        is_typed=bool(fields),
    )


def class_names(names: Names, node: ast.ClassDef) -> ClassNames:
    """Return the names that a class of this file gives to its instances."""
    methods = frozenset(
        statement.name
        for statement in node.body
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    bases = tuple(base for base in _bases(names, node) if base and base not in _EMPTY_BASES)
    return ClassNames(bases, methods)


def has_decorator(node: Function, name: str) -> bool:
    """Tell whether a function is decorated with a plain name."""
    return any(isinstance(d, ast.Name) and d.id == name for d in node.decorator_list)


def annotation(names: Names, node: ast.expr | None, depth: int = 0) -> str:
    """Return an annotation with its names resolved: `typing.Optional[numpy.ndarray]`."""
    if node is None:
        return ""
    render = _ANNOTATIONS.get(type(node))
    if render is None or depth > DEEPEST_ANNOTATION:
        return "…"
    return render(names, node, depth + 1)[:LONGEST_ANNOTATION]


def _named(names: Names, node: ast.expr, _depth: int) -> str:
    return dotted(names, node) or "…"


def _literal(_names: Names, node: ast.Constant, _depth: int) -> str:
    return string(node) or written(node) or ""


def _subscripted(names: Names, node: ast.Subscript, depth: int) -> str:
    return f"{annotation(names, node.value, depth)}[{annotation(names, node.slice, depth)}]"


def _either(names: Names, node: ast.BinOp, depth: int) -> str:
    return f"{annotation(names, node.left, depth)} | {annotation(names, node.right, depth)}"


def _several(names: Names, node: ast.Tuple | ast.List, depth: int) -> str:
    parts = node.elts[:LONGEST_ANNOTATION]
    return ", ".join(annotation(names, part, depth) for part in parts)


def _bases(names: Names, node: ast.ClassDef) -> tuple[str, ...]:
    return tuple(
        dotted(names, base.value if isinstance(base, ast.Subscript) else base)
        for base in node.bases
    )


def _decorators(names: Names, node: Function | ast.ClassDef) -> tuple[str, ...]:
    return tuple(
        called(names, d.func if isinstance(d, ast.Call) else d) for d in node.decorator_list
    )


def _decorator_texts(node: Function | ast.ClassDef) -> tuple[str | None, ...]:
    return tuple(_first_text(decorator) for decorator in node.decorator_list)


def _first_text(decorator: ast.expr) -> str | None:
    if not isinstance(decorator, ast.Call):
        return None
    texts = (string(argument) for argument in decorator.args)
    keywords = (string(k.value) for k in decorator.keywords if k.arg in {"path", "rule"})
    return next((text for text in (*texts, *keywords) if text is not None), None)


_ANNOTATIONS: dict[type[ast.expr], Callable[..., str]] = {
    ast.Name: _named,
    ast.Attribute: _named,
    ast.Constant: _literal,
    ast.Subscript: _subscripted,
    ast.BinOp: _either,
    ast.Tuple: _several,
    ast.List: _several,
}
