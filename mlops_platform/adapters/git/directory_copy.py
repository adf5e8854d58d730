"""A directory copied as it is: regular files and links, nothing followed, no device opened."""

import hashlib
import os
import stat
import time
from pathlib import Path
from typing import NamedTuple

from mlops_platform.adapters.bounded_process import DeadlinePassedError
from mlops_platform.adapters.git.tree_limits import CheckoutLimits, check_path, check_totals

PIECE_BYTES = 1 << 20
DIGITS = 40
READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class CopyOrder(NamedTuple):
    """What to copy where; `name` is for messages, `deadline` on the monotonic clock."""

    source: Path
    target: Path
    name: str
    limits: CheckoutLimits
    deadline: float


class Copied(NamedTuple):
    """What was copied; `digest` is of all names and contents, `links` are paths on disk."""

    digest: str
    files: int
    size_bytes: int
    links: tuple[str, ...]


class _Copying:
    """One copy at work: counts, and refuses to go on beyond a limit."""

    def __init__(self, order: CopyOrder) -> None:
        self.order = order
        self.digests: dict[str, bytes] = {}
        self.links: list[str] = []
        self.size_bytes = 0

    def add(self, folder: int, name: str, path: str) -> None:
        """Copy one entry of an open folder, if it is a file or a link."""
        order = self.order
        check_path(os.fsencode(path), order.name, order.limits)
        kind = os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode
        if not (stat.S_ISLNK(kind) or stat.S_ISREG(kind)):
            return
        (order.target / path).parent.mkdir(parents=True, exist_ok=True)
        if stat.S_ISLNK(kind):
            self._add_link(folder, name, path)
        else:
            self._add_file(folder, name, path)
        self._check()

    def _add_link(self, folder: int, name: str, path: str) -> None:
        target = os.readlink(name, dir_fd=folder)
        (self.order.target / path).symlink_to(target)
        self.digests[path] = b"link:" + os.fsencode(target)
        self.links.append(path)

    def _add_file(self, folder: int, name: str, path: str) -> None:
        digest = hashlib.sha256()
        descriptor = os.open(name, READ, dir_fd=folder)
        with os.fdopen(descriptor, "rb") as source, (self.order.target / path).open("xb") as target:
            while piece := source.read(PIECE_BYTES):
                target.write(piece)
                digest.update(piece)
                self.size_bytes += len(piece)
                self._check()
        self.digests[path] = b"file:" + digest.digest()

    def _check(self) -> None:
        check_totals(len(self.digests), self.size_bytes, self.order.name, self.order.limits)
        if time.monotonic() > self.order.deadline:
            raise DeadlinePassedError

    def copied(self) -> Copied:
        """Return what was copied so far."""
        whole = hashlib.sha256()
        for path, digest in sorted(self.digests.items()):
            whole.update(os.fsencode(path) + b"\0" + digest + b"\0")
        name = whole.hexdigest()[:DIGITS]
        return Copied(name, len(self.digests), self.size_bytes, tuple(sorted(self.links)))


def copy_directory(order: CopyOrder) -> Copied:
    """Copy a directory without its `.git` folders.

    Raises TooLargeError naming the limit, DeadlinePassedError, and OSError where something cannot
    be read.
    """
    copying = _Copying(order)
    order.target.mkdir()
    for folder, folders, files, descriptor in os.fwalk(order.source, onerror=_fail):
        inside = os.path.relpath(folder, order.source)
        prefix = "" if inside == "." else f"{inside}/"
        folders[:] = sorted({*folders} - {".git"})
        for name in (*sorted({*files} - {".git"}), *folders):
            copying.add(descriptor, name, prefix + name)
    return copying.copied()


def _fail(error: OSError) -> None:
    raise error
