"""Pandera: the tables that code holds against a schema.

A schema is of a table only where what is validated was read in the same block, and nothing between
the two lines touches it: `rows = pd.read_csv("train.csv"); Schema.validate(rows)`.
"""

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import given
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.schemas.declared_schema import DeclaredSchema
from mlops_platform.core.facts.schemas.pandera_schemas import Schema, schemas_of
from mlops_platform.core.facts.schemas.table_reads import MOST_READS, TableRead, is_plain
from mlops_platform.core.facts.schemas.untouched import read_untouched


def pandera_schemas(codes: Sequence[Code], tables: Collection[str]) -> Iterator[DeclaredSchema]:
    """Yield each schema with each table that is validated against it."""
    known = _by_name([code for code in codes if "pandera" in code.modules])
    for code in codes if known else ():
        for site in islice(code.calls("validate", *known), MOST_READS):
            schema = known.get(_schema_name(code, site))
            read = _validated(code, site, tables) if schema else None
            if schema and read and is_plain(read):
                place = code.at(site.node, schema.name)
                yield DeclaredSchema("pandera", place, read.table, schema.columns, read.delimiter)


def _by_name(codes: Sequence[Code]) -> Mapping[str, Schema]:
    """Return the schemas whose name no other one of the repository bears."""
    found: dict[str, list[Schema]] = {}
    for schema in (each for code in codes for each in schemas_of(code)):
        found.setdefault(schema.name, []).append(schema)
    return {name: of[0] for name, of in found.items() if len(of) == 1 and of[0].columns}


def _schema_name(code: Code, site: Site) -> str:
    function = site.node.func
    if isinstance(function, ast.Attribute) and function.attr == "validate":
        function = function.value
    return code.name(function).rpartition(".")[2]


def _validated(code: Code, site: Site, tables: Collection[str]) -> TableRead | None:
    node = site.node.args[0] if site.node.args else given(site.node, "check_obj")
    return None if node is None else read_untouched(code, node, site, tables)
