"""The inventory: every file of a checkout, what part it plays, and the tree's own words of itself."""

from enum import StrEnum
from typing import NamedTuple

from mlops_platform.core.ports import UnreadFile


class Role(StrEnum):
    """The part that a file plays. Vendored and generated files are never the project's own work."""

    SOURCE = "source"
    TEST = "test"
    DOCS = "docs"
    EXAMPLE = "example"
    VENDORED = "vendored"
    GENERATED = "generated"


class TrackedFile(NamedTuple):
    """One regular file; `path` is relative, with `/`, and safe to show (no control characters)."""

    path: str
    size_bytes: int
    role: Role
    lfs_size_bytes: int | None = None


class RepositoryFacts(NamedTuple):
    """All regular files by path, in order, and what is not one.

    `files` holds no links: they are listed in `links` and never followed.
    """

    files: tuple[TrackedFile, ...]
    links: tuple[str, ...]
    submodules: tuple[str, ...]
    vendored_trees: tuple[str, ...]
    unread: tuple[UnreadFile, ...]
    readme_path: str | None
    license_paths: tuple[str, ...]
    license_spdx: str | None
