"""Typer: the parameters of a function decorated with `@app.command()` or given to `typer.run`."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import keyword, parameters
from mlops_platform.core.facts.python.literals import string, written
from mlops_platform.core.facts.python.notes import Function, Notes
from mlops_platform.core.facts.python.resolution import called, dotted
from mlops_platform.core.facts.python.source_file import Argument

_COMMANDS = frozenset({"typer.Typer.command", "typer.Typer.callback"})
_DECLARED = frozenset({"typer.Option", "typer.Argument"})
_CONTEXTS = frozenset({"typer.Context", "click.Context", "typer.CallbackParam"})


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield the parameters of every command."""
    run = {
        notes.names.lookup(kept.node.args[0].id)
        for kept in notes.kept
        if kept.name == "typer.run" and kept.node.args and isinstance(kept.node.args[0], ast.Name)
    }
    for definition in notes.definitions:
        node = notes.nodes[definition.name]
        is_command = definition.name in run or bool(_COMMANDS.intersection(definition.decorators))
        if is_command and not isinstance(node, ast.ClassDef):
            yield from _parameters(notes, node, definition.name)


def _parameters(notes: Notes, function: Function, scope: str) -> Iterator[Argument]:
    for parameter, assigned in parameters(function):
        if _is_context(notes, parameter.annotation):
            continue
        declared = _declared(notes, assigned) or _annotated(notes, parameter.annotation)
        default = assigned
        if declared is not None and declared is assigned:
            default = declared.args[0] if declared.args else keyword(declared, "default")
        has_default = default is not None and not _is_ellipsis(default)
        is_argument = not has_default
        names: list[str] = []
        if declared is not None:
            is_argument = called(notes.names, declared.func) == "typer.Argument"
            names = [t for t in map(string, declared.args) if t and t.startswith("-")]
        yield Argument(
            parser="typer",
            name=_name(parameter.arg, names, is_argument=is_argument),
            is_required=not has_default,
            default=_shown(default) if has_default else None,
            choices=(),
            line=parameter.lineno,
            scope=scope,
        )


def _name(parameter: str, names: list[str], *, is_argument: bool) -> str:
    if is_argument:
        return parameter
    long = next((name for name in names if name.startswith("--")), None)
    return (long or "--" + parameter.replace("_", "-")).partition("/")[0]


def _declared(notes: Notes, expression: ast.expr | None) -> ast.Call | None:
    if isinstance(expression, ast.Call) and called(notes.names, expression.func) in _DECLARED:
        return expression
    return None


def _annotated(notes: Notes, annotation: ast.expr | None) -> ast.Call | None:
    """Return the `typer.Option(…)` inside `Annotated[str, typer.Option(…)]`."""
    if not isinstance(annotation, ast.Subscript) or not isinstance(annotation.slice, ast.Tuple):
        return None
    found = (_declared(notes, part) for part in annotation.slice.elts)
    return next((call for call in found if call is not None), None)


def _is_context(notes: Notes, annotation: ast.expr | None) -> bool:
    return annotation is not None and dotted(notes.names, annotation) in _CONTEXTS


def _is_ellipsis(expression: ast.expr) -> bool:
    return isinstance(expression, ast.Constant) and expression.value is ...


def _shown(default: ast.expr | None) -> str | None:
    text = written(default)
    return None if text == "None" else text
