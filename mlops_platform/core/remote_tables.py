"""The port to tables that are not on this machine."""

from pathlib import Path
from typing import NamedTuple, Protocol


class BroughtTable(NamedTuple):
    """Where a table is now, and its address as it may be shown: without a secret."""

    path: Path
    name: str


class RemoteTables(Protocol):
    """Tables that are not on this machine."""

    def bring(self, address: str, folder: Path) -> BroughtTable:
        """Copy a file, or the Parquet files of a folder, into an empty folder.

        Raises BadInputError.
        """
        ...
