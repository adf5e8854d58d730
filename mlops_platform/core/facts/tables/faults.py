"""Why a data file gives no table.

Faults lie in the file; every other reason lies in what a reader may spend or knows.
"""

from enum import StrEnum


class Fault(StrEnum):
    """A fault of the file: whoever owns it should mend it."""

    EMPTY = "it is empty"
    DAMAGED_PACKING = "its compressed content is damaged"
    DAMAGED_ARCHIVE = "an archive that cannot be opened"
    DAMAGED_PARQUET = "a Parquet file that cannot be read"
    NOT_PARQUET = "no Parquet file, in spite of its name"
    DAMAGED_WORKBOOK = "a workbook that cannot be opened"
    NOT_JSON = "no valid JSON"


FAULTS = frozenset(fault.value for fault in Fault)


class UnreadableTableError(Exception):
    """A data file that gives no table; the message says why."""
