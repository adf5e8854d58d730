"""Holds declared schemas against the tables that they are of.

Only what cannot be otherwise is a difference: numbers where text stands, gaps where none may be.
What a text column holds as missing is a matter of its reader, so gaps are told of numbers alone.
"""

from collections.abc import Iterable, Iterator, Mapping

from mlops_platform.core.dataset_profile import ColumnKind, ColumnProfile, DatasetProfile
from mlops_platform.core.facts.schemas.declared_schema import DeclaredColumn, DeclaredSchema
from mlops_platform.core.facts.tables.table import shown_name
from mlops_platform.core.sections.dataset_health import SchemaCheck, SchemaDifference

MOST_DIFFERENCES = 50
NO_NUMBERS = {
    ColumnKind.CATEGORICAL: "text",
    ColumnKind.TEXT: "text",
    ColumnKind.DATETIME: "dates",
    ColumnKind.NESTED: "nested values",
}
NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.NUMERIC})
NAMELESS = "Unnamed:"
"""What pandas calls a column without a name begins so."""


def check_schemas(
    schemas: Iterable[DeclaredSchema], profiles: Mapping[str, DatasetProfile]
) -> tuple[SchemaCheck, ...]:
    """Return each schema with what is otherwise in its table, or why it was not compared."""
    found = (_check(schema, profiles.get(schema.table)) for schema in schemas)
    return tuple(each for each in found if each is not None)


def _check(schema: DeclaredSchema, profile: DatasetProfile | None) -> SchemaCheck | None:
    check = SchemaCheck(technology=schema.technology, place=schema.place, table=schema.table)
    if profile is None:
        return check.model_copy(update={"unread": "the table was not read"})
    if profile.has_header is False or profile.repeated_names:
        return check.model_copy(update={"unread": "its columns have no names of their own"})
    if profile.column_count != len(profile.columns):
        return check.model_copy(update={"unread": "the table has too many columns to be read"})
    if schema.delimiter and profile.delimiter and schema.delimiter != profile.delimiter:
        # The program sees another table than we do.
        return None
    found = list(_differences(schema, profile))
    return check.model_copy(
        update={"columns": len(schema.columns), "differences": tuple(found[:MOST_DIFFERENCES])}
    )


def _differences(schema: DeclaredSchema, profile: DatasetProfile) -> Iterator[SchemaDifference]:
    columns = {column.name: column for column in profile.columns}
    # The case of a header means nothing to a data package.
    alike = {each.casefold(): column for each, column in columns.items()}
    others = alike if schema.technology == "frictionless" else {}
    for position, declared in enumerate(schema.columns):
        name = shown_name(declared.name, position)
        column = columns.get(name) or others.get(name.casefold())
        notes = _lacking(declared) if column is None else _otherwise(declared, column, profile)
        yield from (SchemaDifference(column=name, note=note) for note in notes)


def _lacking(declared: DeclaredColumn) -> list[str]:
    is_lacking = declared.is_needed and not declared.name.startswith(NAMELESS)
    return ["the table has no such column"] if is_lacking else []


def _otherwise(
    declared: DeclaredColumn, column: ColumnProfile, profile: DatasetProfile
) -> Iterator[str]:
    are_numbers = column.kind in NUMBERS
    rows = f"of {profile.rows} rows"
    # A gap may be a word to the reader of the table, and the column a text because of it.
    is_all_numbers = are_numbers and not column.odd_cells and not column.missing_cells
    if declared.holds == "text" and is_all_numbers:
        yield "holds numbers, text is declared"
    if declared.holds not in {"number", "integer"}:
        return
    wanted = "numbers are" if declared.holds == "number" else "whole numbers are"
    if column.kind in NO_NUMBERS:
        yield f"holds {NO_NUMBERS[column.kind]}, {wanted} declared"
    elif column.odd_cells:
        yield f"{column.odd_cells} {rows} hold no number, {wanted} declared"
    elif declared.holds == "integer" and column.has_fractions:
        yield f"holds fractions, {wanted} declared"
    if not declared.may_miss and are_numbers and column.missing_cells:
        yield f"{column.missing_cells} {rows} miss it, none may be missing"
