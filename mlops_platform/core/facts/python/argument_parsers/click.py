"""`@click.option(…)` and `@click.argument(…)`."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.python.argument_parsers.keywords import keyword, keyword_literal
from mlops_platform.core.facts.python.literals import literal, string, strings, written
from mlops_platform.core.facts.python.notes import Notes
from mlops_platform.core.facts.python.source_file import Argument

_LIBRARIES = ("click.", "rich_click.", "asyncclick.")


def arguments(notes: Notes) -> Iterator[Argument]:
    """Yield the options and arguments of every decorated command."""
    for definition in notes.definitions:
        node = notes.nodes[definition.name]
        if definition.kind != "function" or node.lineno != definition.line:
            continue
        for name, decorator in zip(definition.decorators, node.decorator_list, strict=True):
            kind = name.rpartition(".")[2]
            if not name.startswith(_LIBRARIES) or not isinstance(decorator, ast.Call):
                continue
            if kind == "option":
                yield from _option(decorator, definition.name)
            elif kind == "argument":
                yield from _argument(decorator, definition.name)


def _option(call: ast.Call, scope: str) -> Iterator[Argument]:
    names = [text for text in map(string, call.args) if text and text.startswith("-")]
    if names:
        long = next((name for name in names if name.startswith("--")), names[0])
        asks = literal(keyword(call, "prompt"))
        is_required = keyword_literal(call, "required") is True or bool(asks)
        name = long.partition("/")[0].strip()
        yield _described(call, name, scope, is_required=is_required)


def _argument(call: ast.Call, scope: str) -> Iterator[Argument]:
    names = [text for text in map(string, call.args) if text]
    if names:
        can_miss = (
            keyword(call, "default") is not None
            or keyword(call, "envvar") is not None
            or keyword_literal(call, "required") is False
            or (keyword_literal(call, "nargs") == -1 and not keyword_literal(call, "required"))
        )
        yield _described(call, names[0], scope, is_required=not can_miss)


def _described(call: ast.Call, name: str, scope: str, *, is_required: bool) -> Argument:
    default = written(keyword(call, "default"))
    if default is None and keyword_literal(call, "is_flag") is True:
        default = "False"
    return Argument(
        parser="click",
        name=name,
        is_required=is_required and (default is None or keyword(call, "prompt") is not None),
        default=None if default == "None" else default,
        choices=_choices(keyword(call, "type")),
        line=call.lineno,
        scope=scope,
    )


def _choices(kind: ast.expr | None) -> tuple[str, ...]:
    is_choice = isinstance(kind, ast.Call) and bool(kind.args)
    return strings(kind.args[0]) if is_choice and isinstance(kind, ast.Call) else ()
