"""Types of columns as pandas and NumPy name them: `int`, `"Int64"`, `np.float32`, `pa.String`."""

import ast
import re
from typing import NamedTuple

from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.schemas.declared_schema import Holds

_INTEGER = re.compile(r"u?int(?:8|16|32|64)?|u?int_|i[1248]|u[1248]")
_NULLABLE_INTEGER = re.compile(r"U?Int(?:8|16|32|64)(?:Dtype)?")
_NUMBER = re.compile(r"[fF]loat(?:16|32|64)?(?:Dtype)?|double|f[248]")
_TEXT = re.compile(r"str|string|String|StringDtype|object|Object|str_|object_")
_OF_PANDERA = re.compile(r"(?:U?Int|Float)(?:8|16|32|64)?|INT\d+|UINT\d+|FLOAT\d+")
"""In Pandera `Int64` is NumPy's type, and `INT64` the one of pandas that may miss values."""


class ColumnType(NamedTuple):
    """What cells of a type hold, and whether it has a value for missing ones."""

    holds: Holds
    may_miss: bool


def column_type(code: Code, node: ast.expr) -> ColumnType | None:
    """Return what a type demands, None for one that we do not judge."""
    if isinstance(node, ast.Constant):
        return named_type(node.value) if isinstance(node.value, str) else None
    if isinstance(node, ast.Call) and not node.args and not node.keywords:
        node = node.func
    name = code.name(node)
    if not name or name.startswith("."):
        return None
    last = name.rpartition(".")[2]
    if name.startswith("pandera.") and _OF_PANDERA.fullmatch(last):
        last = last.replace("INT", "Int").title() if last.isupper() else last.lower()
    return named_type(last)


def named_type(name: str) -> ColumnType | None:
    """Return what the type of this name demands, None for one that we do not judge."""
    if _INTEGER.fullmatch(name):
        return ColumnType("integer", may_miss=False)
    if _NULLABLE_INTEGER.fullmatch(name):
        return ColumnType("integer", may_miss=True)
    if _NUMBER.fullmatch(name):
        return ColumnType("number", may_miss=True)
    return ColumnType("text", may_miss=True) if _TEXT.fullmatch(name) else None
