"""What a call of pandas demands of the table that it reads: `dtype`, `usecols`, `parse_dates`.

Each of them makes the call fail where the table is otherwise, except names in `dtype` that no
column has: those are passed over.
"""

import ast
from collections.abc import Collection, Iterator

from mlops_platform.core.facts.python.call_parts import given
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.literals import literal_texts
from mlops_platform.core.facts.schemas.declared_dtype import column_type
from mlops_platform.core.facts.schemas.declared_schema import DeclaredColumn, DeclaredSchema
from mlops_platform.core.facts.schemas.table_reads import (
    PLAIN,
    TableRead,
    constant,
    table_reads,
    text_of,
)

DEMANDS = frozenset({"dtype", "usecols", "parse_dates"})
OF_COLUMNS = frozenset({"index_col", "dayfirst", "date_format", "infer_datetime_format"})
OF_CELLS = frozenset(
    {"na_values", "keep_default_na", "na_filter", "thousands", "decimal", "nrows"}
    | {"true_values", "false_values", "skipfooter", "on_bad_lines", "error_bad_lines"}
)
"""Arguments after which cells are not what they seem: only names are believed then."""


def read_argument_schemas(code: Code, tables: Collection[str]) -> Iterator[DeclaredSchema]:
    """Yield what each read of a known table demands of it."""
    for read in table_reads(code, tables):
        said = {each.arg for each in read.site.node.keywords}
        if not DEMANDS & said or said - PLAIN - DEMANDS - OF_COLUMNS - OF_CELLS:
            continue
        if columns := _columns(code, read, has_own_cells=bool(OF_CELLS & said)):
            place = code.at(read.site.node)
            yield DeclaredSchema("pandas", place, read.table, columns, read.delimiter)


def _columns(code: Code, read: TableRead, *, has_own_cells: bool) -> tuple[DeclaredColumn, ...]:
    call = read.site.node
    usecols = given(call, "usecols")
    used = _names(constant(code, usecols))
    dates = _names(constant(code, given(call, "parse_dates")))
    if used or usecols is None:
        types = {} if has_own_cells else dict(_types(code, constant(code, given(call, "dtype"))))
    else:
        types = {}
    needed = dict.fromkeys([*used, *dates])
    typed = {name: of for name, of in types.items() if name not in dates}
    if used:
        # What is not read is not converted either.
        typed = {name: of for name, of in typed.items() if name in used}
    return tuple(
        typed.get(name, DeclaredColumn(name))._replace(is_needed=name in needed)
        for name in dict.fromkeys([*needed, *typed])
    )


def _names(node: ast.expr | None) -> tuple[str, ...]:
    return () if node is None else literal_texts(node)


def _types(code: Code, node: ast.expr | None) -> Iterator[tuple[str, DeclaredColumn]]:
    if not isinstance(node, ast.Dict):
        return
    for key, value in zip(node.keys, node.values, strict=True):
        kind = column_type(code, value)
        if kind and (name := text_of(key)):
            # A text is what pandas makes of any cell.
            holds = "anything" if kind.holds == "text" else kind.holds
            yield name, DeclaredColumn(name, holds, may_miss=kind.may_miss)
