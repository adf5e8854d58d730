"""Walk a checkout: every entry once, links never followed, foreign folders last, within bounds."""

import os
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.inventory.roles import FOREIGN, ROOT, Folder, folder_in, join
from mlops_platform.core.facts.text.texts import actual, shown

MAX_ENTRIES = 200_000
MAX_FOLDER_DEPTH = 100


class FoundFile(NamedTuple):
    """One regular file, the folder it lies in, and its name as it is shown."""

    folder: Folder
    name: str
    size_bytes: int

    @property
    def path(self) -> str:
        """The path from the root of the checkout."""
        return join(self.folder.path, self.name)


class FoundLink(NamedTuple):
    """One symbolic link; where it leads is not looked at."""

    path: str


def walk(
    root: Path, max_entries: int = MAX_ENTRIES
) -> Iterator[FoundFile | FoundLink | Folder | UnreadFile]:
    """Yield what the tree holds, the project's own folders before vendored and generated ones.

    So a committed virtual environment cannot use up the bound before the project is listed. `.git`
    is left out wherever it stands.
    """
    own, foreign = deque([(ROOT, "")]), deque[tuple[Folder, str]]()
    left = max_entries
    while own or foreign:
        parent, name = own.popleft() if own else foreign.popleft()
        entries = _entries(root, join(parent.path, name), left)
        if isinstance(entries, UnreadFile):
            yield entries
            continue
        if len(entries) > left:
            yield UnreadFile(path=".", reason=f"only the first {max_entries} entries are listed")
            return
        left -= len(entries)
        folder = folder_in(parent, name, {each.name for each in entries})
        yield folder
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                (foreign if _is_foreign(folder, entry) else own).append((folder, shown(entry.name)))
            else:
                yield _leaf(folder, entry)


def _is_foreign(folder: Folder, entry: os.DirEntry[str]) -> bool:
    return folder_in(folder, shown(entry.name), ()).role in FOREIGN


def _leaf(folder: Folder, entry: os.DirEntry[str]) -> FoundFile | FoundLink | UnreadFile:
    path = join(folder.path, shown(entry.name))
    if entry.is_symlink():
        return FoundLink(path=path)
    try:
        if entry.is_file(follow_symlinks=False):
            size = entry.stat(follow_symlinks=False).st_size
            return FoundFile(folder=folder, name=shown(entry.name), size_bytes=size)
    except OSError:
        return UnreadFile(path=path, reason="cannot be looked at")
    return UnreadFile(path=path, reason="not a regular file")


def _entries(root: Path, path: str, limit: int) -> list[os.DirEntry[str]] | UnreadFile:
    if path.count("/") >= MAX_FOLDER_DEPTH:
        return UnreadFile(path=path, reason=f"deeper than {MAX_FOLDER_DEPTH} folders")
    try:
        with os.scandir(root / actual(path)) as entries:
            tracked = (each for each in entries if each.name != ".git")
            return sorted(islice(tracked, limit + 1), key=lambda each: each.name)
    except OSError as error:
        reason = f"cannot be listed: {(error.strerror or 'unknown error').lower()}"
        return UnreadFile(path=path or ".", reason=reason)
