"""What a schema says of a table, whatever it is written in."""

import posixpath
from collections.abc import Collection
from typing import Literal, NamedTuple

from mlops_platform.core.evidence import Evidence

Holds = Literal["anything", "text", "number", "integer"]


class DeclaredColumn(NamedTuple):
    """One column. `holds` is what its cells must be; missing ones are another matter.

    "text" means that numbers are refused, "number" that fractions are welcome.
    """

    name: str
    holds: Holds = "anything"
    is_needed: bool = True
    may_miss: bool = True


class DeclaredSchema(NamedTuple):
    """A schema, where it stands, and the table that it is of: a path of the checkout.

    `delimiter` is what parts the cells for the program that reads the table, "" where the reader
    finds out by itself.
    """

    technology: str
    place: Evidence
    table: str
    columns: tuple[DeclaredColumn, ...]
    delimiter: str = ""


def table_named(text: str, file: str, tables: Collection[str]) -> str:
    """Return the one table that a path means in a file, "" where none or two are meant.

    Programs start in the top folder or in their own; where both hold such a table, nobody knows.
    Notebooks start in their own.
    """
    plain = text.replace("\\", "/")
    if not plain or plain.startswith(("/", "~")) or ":" in plain:
        return ""
    own = posixpath.dirname(file)
    folders = (own,) if file.endswith(".ipynb") else ("", own)
    meant = {posixpath.normpath(posixpath.join(folder, plain)) for folder in folders}
    found = sorted(meant.intersection(tables))
    return found[0] if len(found) == 1 else ""
