"""Great Expectations: expectations of code on a table that it reads, and suites that name one.

Code: `rows = ge.read_csv("train.csv"); rows.expect_column_to_exist("age")`. A suite is JSON; it is
of a table where what it was made from bears the name of exactly one.
"""

import ast
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import given, may_hold_more
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.schemas.declared_dtype import named_type
from mlops_platform.core.facts.schemas.declared_schema import DeclaredColumn, DeclaredSchema
from mlops_platform.core.facts.schemas.table_reads import (
    MOST_READS,
    TableRead,
    is_plain,
    text_of,
)
from mlops_platform.core.facts.schemas.untouched import read_untouched
from mlops_platform.core.facts.text.documents import Value, at, list_at, mapping_at, text_at

EXISTS, NOT_NULL = "expect_column_to_exist", "expect_column_values_to_not_be_null"
OF_TYPE = "expect_column_values_to_be_of_type"
EXPECTED = (EXISTS, NOT_NULL, OF_TYPE)
SOURCES = (
    ("batch_request", "data_asset_name"),
    ("batch_kwargs", "data_asset_name"),
    ("batch_kwargs", "path"),
)


def suite_schemas(path: str, document: Value, tables: Collection[str]) -> Iterator[DeclaredSchema]:
    """Yield the schema of a suite, where it says what table it was made from."""
    told = list_at(document, "expectations")
    table = _table_of(document, tables)
    if not table or not told:
        return
    found: dict[str, DeclaredColumn] = {}
    for each in told:
        kind = text_at(each, "expectation_type") or text_at(each, "type")
        given_to = mapping_at(each, "kwargs")
        if "mostly" not in given_to:
            name = text_at(given_to, "column")
            _expect(found, kind, name, text_at(given_to, "type_"))
    if found:
        place = Evidence(path=path)
        yield DeclaredSchema("great_expectations", place, table, tuple(found.values()))


def expected_schemas(code: Code, tables: Collection[str]) -> Iterator[DeclaredSchema]:
    """Yield what a file expects of the tables that it reads with Great Expectations."""
    if "great_expectations" not in code.modules:
        return
    found: dict[str, dict[str, DeclaredColumn]] = defaultdict(dict)
    first: dict[str, tuple[Site, TableRead]] = {}
    for site in islice(code.calls(*EXPECTED), MOST_READS):
        read = _expected_of(code, site, tables)
        is_theirs = read and code.name(read.site.node.func).startswith("great_expectations.")
        if read and is_theirs and is_plain(read) and not may_hold_more(site.node):
            first.setdefault(read.table, (site, read))
            _of_call(found[read.table], site)
    for table, (site, read) in first.items():
        columns = tuple(found[table].values())
        if columns:
            place = code.at(site.node)
            yield DeclaredSchema("great_expectations", place, table, columns, read.delimiter)


def _expected_of(code: Code, site: Site, tables: Collection[str]) -> TableRead | None:
    function = site.node.func
    if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Name):
        return None
    return read_untouched(code, function.value, site, tables)


def _of_call(found: dict[str, DeclaredColumn], site: Site) -> None:
    call = site.node
    function = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = text_of(call.args[0] if call.args else given(call, "column"))
    kind = text_of(call.args[1] if len(call.args) > 1 else given(call, "type_"))
    if given(call, "mostly") is None:
        _expect(found, function, name, kind)


def _expect(found: dict[str, DeclaredColumn], kind: str, name: str, type_name: str) -> None:
    """Note one expectation; every one of a column wants it to be there."""
    if kind not in EXPECTED or not name:
        return
    known = found.get(name, DeclaredColumn(name))
    if kind == NOT_NULL:
        known = known._replace(may_miss=False)
    if kind == OF_TYPE and (named := named_type(type_name)):
        known = known._replace(holds=named.holds, may_miss=known.may_miss and named.may_miss)
    found[name] = known


def _table_of(document: Value, tables: Collection[str]) -> str:
    """Return the one table whose name, with its ending or without, a suite says it is of."""
    said = [
        text_at(citation, *keys).replace("\\", "/").rpartition("/")[2]
        for citation in list_at(document, "meta", "citations")
        for keys in SOURCES
    ]
    found = {table for table in tables if _is_named(table, said)}
    return found.pop() if len(found) == 1 and isinstance(at(document, "meta"), Mapping) else ""


def _is_named(table: str, said: Collection[str]) -> bool:
    name = table.rpartition("/")[2]
    return name in said or name.rpartition(".")[0] in said
