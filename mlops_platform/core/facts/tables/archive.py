"""Zip archives: which member is the table.

What a member unpacks to is bounded by what it declares, and counted by whoever reads it.
"""

import io
import lzma
import zipfile
import zlib
from contextlib import ExitStack
from typing import IO, BinaryIO, NamedTuple

from mlops_platform.core.facts.tables.faults import Fault, UnreadableTableError
from mlops_platform.core.facts.text.texts import clean

MOST_MEMBERS = 1000
MOST_BYTES = 64 << 20
"""Larger zips are not opened: their list of members alone could fill the memory."""

ENDINGS = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson")
"""Of members that are tables beyond doubt; what else lies beside them is about the data."""

LONGEST_NAME = 80
WORKBOOK = "xl/workbook.xml"
BROKEN_ARCHIVE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(EOFError, LookupError, OSError, OverflowError, RuntimeError, ValueError),
)
"""What opening and reading an archive raises where it is damaged, odd or hostile."""


class Member(NamedTuple):
    """The one member that is read; `others` counts the tables beside it."""

    stream: IO[bytes]
    name: str
    others: int


def open_member(file: BinaryIO, stack: ExitStack) -> Member:
    """Open the only file of an archive, else the largest of its tables.

    Raises UnreadableTableError.
    """
    try:
        archive = stack.enter_context(open_archive(file))
        chosen, others = _choose(archive)
        stream = stack.enter_context(archive.open(chosen))
        return Member(stream, " ".join(clean(chosen.filename).split())[-LONGEST_NAME:], others)
    except BROKEN_ARCHIVE as error:
        raise UnreadableTableError(Fault.DAMAGED_ARCHIVE) from error


def is_workbook(file: BinaryIO) -> bool:
    """Tell a workbook from other archives by what lies in it. Raises UnreadableTableError."""
    try:
        with open_archive(file) as archive:
            return WORKBOOK in archive.namelist()
    except BROKEN_ARCHIVE as error:
        raise UnreadableTableError(Fault.DAMAGED_ARCHIVE) from error


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    """Open an archive whose list of members is short.

    Raises UnreadableTableError, or one of BROKEN_ARCHIVE.
    """
    if file.seek(0, io.SEEK_END) > MOST_BYTES:
        raise UnreadableTableError("an archive too large to be opened")
    file.seek(0)
    archive = zipfile.ZipFile(file)
    if len(archive.infolist()) > MOST_MEMBERS:
        raise UnreadableTableError("an archive of too many files")
    return archive


def _choose(archive: zipfile.ZipFile) -> tuple[zipfile.ZipInfo, int]:
    members = [
        each
        for each in archive.infolist()
        if not each.is_dir() and not each.filename.startswith("__MACOSX/")
    ]
    if len(members) == 1:
        return members[0], 0
    tables = [each for each in members if each.filename.lower().endswith(ENDINGS)]
    if not tables:
        raise UnreadableTableError(f"an archive of {len(members)} files, not of one table")
    return min(tables, key=lambda each: (-each.file_size, each.filename)), len(tables) - 1
