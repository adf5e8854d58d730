"""Frictionless data packages: `datapackage.json` or YAML; resources name their file and fields.

Source: the specifications Data Package and Table Schema, versions 1 and 2.
"""

import posixpath
from collections.abc import Collection, Iterator

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.schemas.declared_schema import (
    DeclaredColumn,
    DeclaredSchema,
    Holds,
)
from mlops_platform.core.facts.text.documents import Value, at, list_at, mapping_at, text_at

NAMES = frozenset({"datapackage.json", "datapackage.yaml", "datapackage.yml"})
OTHER_SPELLINGS = frozenset({"bareNumber", "decimalChar", "groupChar"})
"""Options that let a number be written in another way than we read it."""

LOOSE = frozenset({"superset", "partial"})
"""Ways to match fields that let columns be absent."""


def data_package_schemas(
    path: str, document: Value, tables: Collection[str]
) -> Iterator[DeclaredSchema]:
    """Yield the schema of each resource that is one table of the repository."""
    for resource in list_at(document, "resources"):
        told = text_at(resource, "path")
        table = posixpath.normpath(posixpath.join(posixpath.dirname(path), told)) if told else ""
        if table not in tables or at(resource, "dialect", "header") is False:
            continue
        said = at(resource, "schema", "fieldsMatch")
        is_loose = bool(LOOSE.intersection(said if isinstance(said, list) else [said]))
        fields = list_at(resource, "schema", "fields")
        columns = [_column(each, is_needed=not is_loose) for each in fields]
        if named := tuple(each for each in columns if each.name):
            yield DeclaredSchema("frictionless", Evidence(path=path), table, named)


def _column(field: Value, *, is_needed: bool) -> DeclaredColumn:
    return DeclaredColumn(
        name=text_at(field, "name"),
        holds=_holds(field),
        is_needed=is_needed,
        may_miss=at(field, "constraints", "required") is not True,
    )


def _holds(field: Value) -> Holds:
    said = text_at(field, "type")
    is_plain = text_at(field, "format") in {"", "default"}
    if not is_plain or OTHER_SPELLINGS & mapping_at(field).keys():
        return "anything"
    if said == "integer":
        return "integer"
    return "number" if said == "number" else "anything"
