"""A file that a run made, as far as it takes to tell what it is: name, head, members."""

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from mlops_platform.core.contents.pickle_scan import OpcodeBudget
from mlops_platform.core.facts.tables.archive import BROKEN_ARCHIVE

HEAD_BYTES = 64 << 10
MOST_MEMBERS = 20_000
LARGEST_MEMBER = 16 << 20
_ZIP = b"PK\x03\x04"


class Kind(NamedTuple):
    """What a file is. `sureness` tells by what: 3 its content, 2 content and name, 1 its name."""

    name: str
    is_model: bool = False
    note: str = ""
    sureness: int = 3


class Content(NamedTuple):
    """A file to be recognized. `read` returns all of it, b"" where it is too large to be looked at.

    `members` are the names in a zip archive, () for anything else. `budget` is what all pickles
    of a run may cost.
    """

    path: str
    size_bytes: int
    head: bytes
    read: Callable[[], bytes]
    members: tuple[str, ...] = ()
    budget: OpcodeBudget | None = None

    @property
    def file_name(self) -> str:
        """Return the last part of the path, in lower case."""
        return self.path.rpartition("/")[2].lower()

    @property
    def says_model(self) -> bool:
        """Tell whether the name of the file says that it is a model."""
        return any(word in self.file_name for word in _MODEL_WORDS)

    def has_suffix(self, *suffixes: str) -> bool:
        """Tell whether the file's name ends so."""
        return self.file_name.endswith(suffixes)

    def member(self, name: str) -> bytes:
        """Return one member of a zip archive, b"" where it cannot be read or is too large."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.read())) as archive:
                if archive.getinfo(name).file_size > LARGEST_MEMBER:
                    return b""
                with archive.open(name) as member:
                    return member.read(LARGEST_MEMBER + 1)[:LARGEST_MEMBER]
        except (*BROKEN_ARCHIVE, MemoryError):
            return b""


_MODEL_WORDS = ("model", "clf", "classifier", "regressor", "estimator", "checkpoint", "best_pipe")


def with_members(content: Content) -> Content:
    """Return the content with its members, where it is a zip archive."""
    is_zip = content.head.startswith(_ZIP)
    return content._replace(members=_members(content.read())) if is_zip else content


def _members(data: bytes) -> tuple[str, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.namelist()[:MOST_MEMBERS])
    except (*BROKEN_ARCHIVE, MemoryError):
        return ()
