"""Trees kept under the platform's home, one folder per repository and commit.

An entry appears whole or not at all. One that no longer is what was stored counts as absent.
"""

import contextlib
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from mlops_platform.adapters.git.tree_limits import CheckoutLimits, TooLargeError, measure
from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.repository_key import web_address

FORMAT = 1
LEFTOVER_SECONDS = 3600
KEPT_COMMITS = 3
UNUSED_SECONDS = 24 * 3600
"""Of one repository the last few commits stay, and every one that was used within a day."""

COMMIT_NAME = re.compile(r"(?:tree-)?[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
TREE, RECORD, LATEST, PARTIAL = "tree", "checkout.json", "latest", ".partial"


class TreeRecord(Frozen):
    """What is kept beside a tree; `files` and `size_bytes` tell whether it is still whole."""

    format: int = FORMAT
    commit: str
    committed_at: datetime | None
    submodules: tuple[str, ...]
    files: int
    size_bytes: int


class TreeCache:
    """The folder of all checkouts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str, commit: str) -> Checkout | None:
        """Return a kept checkout, None where there is none that is whole."""
        if not COMMIT_NAME.match(commit):
            return None
        entry = self._entry(key, commit)
        try:
            record = TreeRecord.model_validate_json((entry / RECORD).read_bytes())
        except (OSError, ValidationError):
            return None
        if record.format != FORMAT or record.commit != commit or not _is_whole(entry, record):
            return None
        with contextlib.suppress(OSError):
            os.utime(entry / RECORD)
        return _checkout(key, entry, record)

    @contextmanager
    def workplace(self) -> Iterator[Path]:
        """Give an empty folder on the same disk, and remove it afterwards."""
        partial = self._folder / PARTIAL
        partial.mkdir(parents=True, exist_ok=True)
        self._remove_leftovers(partial)
        place = Path(tempfile.mkdtemp(dir=partial))
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def keep(self, key: str, record: TreeRecord, place: Path) -> Checkout:
        """Move the tree at `place/tree` into the cache; whoever was first with it wins."""
        ready = place / "entry"
        ready.mkdir()
        (place / TREE).rename(ready / TREE)
        (ready / RECORD).write_text(record.model_dump_json(), encoding="utf-8")
        entry = self._entry(key, record.commit)
        entry.parent.mkdir(parents=True, exist_ok=True)
        if self.find(key, record.commit) is None:
            with contextlib.suppress(FileNotFoundError):
                entry.rename(place / "broken")
            # Another process may have put the same tree there in between.
            with contextlib.suppress(OSError):
                ready.rename(entry)
        found = self.find(key, record.commit)
        if found is None:
            raise OSError(f"cannot keep a checkout in {self._folder}")
        self._forget_unused(key, place)
        return found

    def name_latest(self, key: str, commit: str) -> None:
        """Remember which commit of a local key was looked at last."""
        with self.workplace() as place:
            (place / LATEST).write_text(commit, encoding="ascii")
            (place / LATEST).rename(self._folder / key / LATEST)

    def latest(self, key: str) -> str | None:
        """Return the commit of a local key that was looked at last."""
        try:
            return (self._folder / key / LATEST).read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError):
            return None

    def _entry(self, key: str, commit: str) -> Path:
        # No part of a key holds `@`, so no repository's folder lies inside another's tree.
        return self._folder / key / f"@{commit}"

    def _forget_unused(self, key: str, place: Path) -> None:
        """Move what is no longer used to `place`, which is removed; it can be fetched again."""
        entries = sorted((self._folder / key).glob("@*"), key=_last_used, reverse=True)
        oldest = time.time() - UNUSED_SECONDS
        for number, entry in enumerate(entries[KEPT_COMMITS:]):
            if _last_used(entry) < oldest:
                with contextlib.suppress(OSError):
                    entry.rename(place / f"unused-{number}")

    def _remove_leftovers(self, partial: Path) -> None:
        oldest = time.time() - LEFTOVER_SECONDS
        for place in partial.iterdir():
            with contextlib.suppress(FileNotFoundError):
                if place.lstat().st_mtime < oldest:
                    shutil.rmtree(place, ignore_errors=True)


def _last_used(entry: Path) -> float:
    try:
        return (entry / RECORD).stat().st_mtime
    except OSError:
        return 0


def _is_whole(entry: Path, record: TreeRecord) -> bool:
    if not (entry / TREE).is_dir():
        return False
    bounds = CheckoutLimits(files=record.files, size_bytes=record.size_bytes)
    try:
        found = measure(entry / TREE, record.commit, bounds)
    except (TooLargeError, OSError):
        return False
    return found == (record.files, record.size_bytes)


def _checkout(key: str, entry: Path, record: TreeRecord) -> Checkout:
    revision = Revision(
        repository=key,
        url=web_address(key),
        commit=record.commit,
        committed_at=record.committed_at,
    )
    return Checkout(revision=revision, root=entry / TREE, submodules=record.submodules)
