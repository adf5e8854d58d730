"""Pandera's schemas and models as columns: `pa.DataFrameSchema({…})`, `class Rows(DataFrameModel)`.

What is not written out as literals is left out, and a schema that changes the table is none.
"""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.facts.python.call_parts import given, is_false, is_true, may_hold_more
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.schemas.declared_dtype import column_type
from mlops_platform.core.facts.schemas.declared_schema import DeclaredColumn
from mlops_platform.core.facts.schemas.table_reads import constant, text_of

SCHEMAS = frozenset({"DataFrameSchema"})
MODELS = frozenset({"DataFrameModel", "SchemaModel"})
CHANGES = frozenset({"drop_invalid_rows", "add_missing_columns", "parsers", "transformer", "index"})
"""With these a schema makes a table fit, or looks at what is no column of the file."""

MOST_POSITIONAL = 2
"""`Column(dtype, checks)`; what follows has moved between versions."""


class Schema(NamedTuple):
    """A schema by the name that its file gives it."""

    name: str
    columns: tuple[DeclaredColumn, ...]


def schemas_of(code: Code) -> Iterator[Schema]:
    """Yield what a file declares; without columns where these cannot be told."""
    for binding in code.layout.bindings:
        value, target = binding.value, binding.targets[0]
        if not isinstance(value, ast.Call) or not isinstance(target, ast.Name):
            continue
        if _is_of(code, value.func, SCHEMAS):
            yield Schema(target.id, _of_mapping(code, value))
    for block in code.layout.blocks:
        owner = block.owner
        if isinstance(owner, ast.ClassDef) and any(_is_of(code, b, MODELS) for b in owner.bases):
            yield Schema(owner.name, _of_model(code, owner))


def _is_of(code: Code, node: ast.expr, names: frozenset[str]) -> bool:
    package, _, rest = code.name(node).partition(".")
    return package == "pandera" and rest.rpartition(".")[2] in names


def _of_mapping(code: Code, call: ast.Call) -> tuple[DeclaredColumn, ...]:
    node = constant(code, call.args[0] if call.args else given(call, "columns"))
    if not isinstance(node, ast.Dict) or _is_unclear(call) or len(call.args) > 1:
        return ()
    coerces = _coerces(call)
    return tuple(
        _column(code, text_of(key), value, coerces=coerces)
        for key, value in zip(node.keys, node.values, strict=True)
        if text_of(key) and isinstance(value, ast.Call) and not is_true(given(value, "regex"))
    )


def _column(code: Code, name: str, call: ast.Call, *, coerces: bool) -> DeclaredColumn:
    if _is_unclear(call) or len(call.args) > MOST_POSITIONAL:
        return DeclaredColumn(name, is_needed=False)
    kind = call.args[0] if call.args else given(call, "dtype")
    is_needed = given(call, "required") is None or is_true(given(call, "required"))
    coerces = coerces or _coerces(call)
    return _judged(code, kind, call, coerces=coerces)._replace(name=name, is_needed=is_needed)


def _of_model(code: Code, owner: ast.ClassDef) -> tuple[DeclaredColumn, ...]:
    if any(isinstance(each, ast.FunctionDef) and _parses(code, each) for each in owner.body):
        return ()
    settings = [s for each in owner.body if isinstance(each, ast.ClassDef) for s in each.body]
    if any(_assigned(each) in CHANGES for each in settings):
        return ()
    coerces = any(_assigned(each) == "coerce" for each in settings)
    fields = [each for each in owner.body if isinstance(each, ast.AnnAssign)]
    found = (_field(code, each, coerces=coerces) for each in fields)
    return tuple(each for each in found if each is not None)


def _field(code: Code, field: ast.AnnAssign, *, coerces: bool) -> DeclaredColumn | None:
    call = field.value if isinstance(field.value, ast.Call) else None
    wrapper, kind = "", field.annotation
    if isinstance(kind, ast.Subscript):
        wrapper, kind = code.name(kind.value).rpartition(".")[2], kind.slice
    is_odd = call is not None and (_is_unclear(call) or is_true(given(call, "regex")))
    if not isinstance(field.target, ast.Name) or wrapper not in {"", "Series"} or is_odd:
        return None
    alias = given(call, "alias") if call else None
    name = field.target.id if alias is None else text_of(alias)
    if not name:
        return None
    coerces = coerces or (call is not None and _coerces(call))
    return _judged(code, kind, call, coerces=coerces)._replace(name=name)


def _judged(
    code: Code, node: ast.expr | None, said: ast.Call | None, *, coerces: bool
) -> DeclaredColumn:
    kind = column_type(code, node) if node is not None else None
    if kind is None:
        return DeclaredColumn("")
    holds = kind.holds
    if coerces:
        # What is converted may be written as a number, and loses its fraction without a word.
        holds = "anything" if holds == "text" else "number"
    nullable = given(said, "nullable") if said else None
    is_nullable = nullable is not None and not is_false(nullable)
    return DeclaredColumn("", holds, may_miss=is_nullable and kind.may_miss)


def _is_unclear(call: ast.Call) -> bool:
    return may_hold_more(call) or any(each.arg in CHANGES for each in call.keywords)


def _coerces(call: ast.Call) -> bool:
    said = given(call, "coerce")
    return said is not None and not is_false(said)


def _parses(code: Code, function: ast.FunctionDef) -> bool:
    named = (d.func if isinstance(d, ast.Call) else d for d in function.decorator_list)
    return any(code.name(each).endswith("parser") for each in named)


def _assigned(statement: ast.stmt) -> str:
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    if isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    return next((each.id for each in targets if isinstance(each, ast.Name)), "")
