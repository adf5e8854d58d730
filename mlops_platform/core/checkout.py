"""One repository at one commit: its name, its files, and what of them was not read.

Plain values, without a library: what only compares two tables loads nothing more.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

STRICT = {"extra": "forbid"}
"""Where a report is read, these have no fields but their own."""


@dataclass(frozen=True, kw_only=True)
class Revision:
    """One repository at one commit, by name. `url` is None for a local directory."""

    __pydantic_config__: ClassVar = STRICT

    repository: str
    url: str | None
    commit: str
    committed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class UnreadFile:
    """A file that was not read, and why."""

    __pydantic_config__: ClassVar = STRICT

    path: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Checkout:
    """One repository at one commit, read-only under `root`, without `.git`.

    `submodules` are paths that the commit points to but that were not fetched. Files in `set_aside`
    are there but must not be opened again: reading them killed a reader.
    """

    __pydantic_config__: ClassVar = STRICT

    revision: Revision
    root: Path
    submodules: tuple[str, ...] = ()
    set_aside: tuple[UnreadFile, ...] = ()
