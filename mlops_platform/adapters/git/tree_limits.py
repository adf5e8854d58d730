"""What a tree may hold at most, checked on its listing before any file is written."""

import os
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.errors import RefusedRepositoryError
from mlops_platform.core.facts.text.texts import shown

LINK, SUBMODULE = b"120000", b"160000"


class CheckoutLimits(NamedTuple):
    """Bounds of one checkout: time for all its steps, bytes and files of tree and of pack."""

    seconds: float = 120
    size_bytes: int = 500 << 20
    files: int = 50_000
    folder_depth: int = 200
    path_bytes: int = 2048


class TreeListing(NamedTuple):
    """What a commit's tree holds: links as paths on disk, submodules as paths to show."""

    files: int
    size_bytes: int
    links: tuple[str, ...]
    submodules: tuple[str, ...]


class TooLargeError(RefusedRepositoryError):
    """A repository beyond a limit."""


def read_listing(printed: bytes, name: str, limits: CheckoutLimits) -> TreeListing:
    """Read what `git ls-tree -r -l -z` printed. Raises TooLargeError naming the limit."""
    entries = printed.split(b"\0")[:-1]
    files = size_bytes = 0
    links, submodules = [], []
    for entry in entries:
        meta, _, path = entry.partition(b"\t")
        mode, _, _, size = meta.split()
        check_path(path, name, limits)
        if mode == SUBMODULE:
            submodules.append(shown(os.fsdecode(path)))
        else:
            files += 1
            size_bytes += int(size)
        if mode == LINK:
            links.append(os.fsdecode(path))
        check_totals(files + len(submodules), size_bytes, name, limits)
    return TreeListing(files, size_bytes, tuple(links), tuple(submodules))


def check_totals(files: int, size_bytes: int, name: str, limits: CheckoutLimits) -> None:
    """Raise TooLargeError where a count is beyond its limit."""
    if files > limits.files:
        raise too_many_files(name, limits)
    if size_bytes > limits.size_bytes:
        raise TooLargeError(
            f"{name} is refused because it holds more than {limits.size_bytes >> 20} MiB,"
            " the limit of a checkout; take large files out of the repository."
        )


def too_many_files(name: str, limits: CheckoutLimits) -> TooLargeError:
    """Return the refusal of a tree with too many files."""
    return TooLargeError(
        f"{name} is refused because it holds more than {limits.files} files,"
        " the limit of a checkout; take generated files out of the repository."
    )


def measure(folder: Path, name: str, limits: CheckoutLimits) -> tuple[int, int]:
    """Count the files and bytes below a folder; stops with TooLargeError at the first limit."""
    files = size_bytes = 0
    waiting = [folder]
    while waiting:
        for entry in _entries(waiting.pop()):
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
                continue
            files += 1
            size_bytes += _size(entry)
        check_totals(files, size_bytes, name, limits)
    return files, size_bytes


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except FileNotFoundError:
        # Git removes temporary folders while we look.
        return []


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except FileNotFoundError:
        return 0


def check_path(path: bytes, name: str, limits: CheckoutLimits) -> None:
    """Raise TooLargeError for a path that readers could not walk to."""
    if len(path) > limits.path_bytes or path.count(b"/") > limits.folder_depth:
        raise TooLargeError(
            f"{name} is refused because it holds a path of more than {limits.folder_depth} folders"
            f" or {limits.path_bytes} bytes, the limit of a checkout; shorten the path."
        )
