"""Draws a repository with a table and reads the schemas that it declares for it."""

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.facts.schemas.read_schemas import read_schemas
from mlops_platform_tests.drawing import draw_checkout

TABLE = "data/train.csv"


def declared(tmp_path, files, tables=(TABLE,)):
    """Return per schema its technology, place and table, and its columns."""
    checkout = draw_checkout(tmp_path, {TABLE: "age,city\n1,x\n", **files})
    found = read_schemas(checkout, read_repository(checkout), tables)
    return [
        (each.technology, each.place.path, each.place.line, each.table, each.columns)
        for each in found
    ]


def columns_of(tmp_path, files):
    """Return the columns of the one schema of the table, as short texts."""
    found = declared(tmp_path, files)
    assert len(found) <= 1
    return [_shown(column) for *_, columns in found for column in columns]


def _shown(column):
    needed = "" if column.is_needed else " (or not there)"
    return f"{column.name}: {column.holds}{'' if column.may_miss else ', complete'}{needed}"
