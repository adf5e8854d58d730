"""From a commit elsewhere to a plain tree here: fetch, look at the listing, check out."""

import os
import re
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from mlops_platform.adapters.git.safe_command import (
    LISTING_BYTES,
    GitCall,
    GitFailedError,
    GitSite,
    run_git,
)
from mlops_platform.adapters.git.tree_cache import TREE, TreeRecord
from mlops_platform.adapters.git.tree_limits import (
    CheckoutLimits,
    TreeListing,
    measure,
    read_listing,
    too_many_files,
)
from mlops_platform.core.errors import RefusedRepositoryError

SHA256_DIGITS = 64
HEADER_BYTES = 1 << 16
COMMITTER = re.compile(rb"^committer .*?(-?[0-9]{1,30}) [+-][0-9]{1,9}$", re.MULTILINE)
NO_CONVERSION = "* -text -ident -filter !eol !working-tree-encoding\n"
NOWHERE = "leads-outside-of-the-repository"


class Source(NamedTuple):
    """Where to fetch from: an address, how to reach it, and the name to use in messages."""

    name: str
    address: str
    protocol: str
    options: Sequence[tuple[str, str]] = ()


class Errand(NamedTuple):
    """One commit to bring to an empty folder `place`, before `deadline` on the monotonic clock."""

    source: Source
    commit: str
    place: Path
    limits: CheckoutLimits
    deadline: float

    @property
    def site(self) -> GitSite:
        """Return where Git works for this errand."""
        return GitSite(self.place, self.place / "git")

    @property
    def tree(self) -> Path:
        """Return the folder that the files are written to."""
        return self.place / TREE


def fetch_tree(errand: Errand) -> TreeRecord:
    """Put the tree of a commit at `place/tree`, and return what to remember of it.

    Raises GitFailedError, DeadlinePassedError or RefusedRepositoryError.
    """
    _fetch(errand)
    header = _git(errand, "rev-list", "--header", "--max-count=1", errand.commit)[:HEADER_BYTES]
    if not header.startswith(errand.commit.encode()):
        raise RefusedRepositoryError(
            f"{errand.source.name} has no commit {errand.commit}; check the commit id."
        )
    listing = _listing(errand)
    _check_out(errand)
    lead_outside_links_nowhere(errand.tree, listing.links)
    files, size_bytes = measure(errand.tree, errand.source.name, errand.limits)
    return TreeRecord(
        commit=errand.commit,
        committed_at=date_of(header),
        submodules=listing.submodules,
        files=files,
        size_bytes=size_bytes,
    )


def date_of(header: bytes) -> datetime | None:
    """Return the commit date of a raw commit; None where it is missing or not a date."""
    found = COMMITTER.search(header.partition(b"\n\n")[0])
    if found is None:
        return None
    try:
        return datetime.fromtimestamp(int(found[1]), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def lead_outside_links_nowhere(tree: Path, links: Sequence[str]) -> None:
    """Give every link that leads outside of the tree a target that does not exist.

    It stays a link, and no reader can be led out by it.
    """
    root = os.path.realpath(tree)
    for link in links:
        path = tree / link
        if not os.path.realpath(path).startswith(root + os.sep):
            path.unlink()
            path.symlink_to(NOWHERE)


def _git(errand: Errand, *arguments: str) -> bytes:
    return run_git(errand.site, GitCall(arguments), errand.deadline)


def _fetch(errand: Errand) -> None:
    directory = errand.site.git_directory
    shutil.rmtree(directory, ignore_errors=True)
    kind = "sha256" if len(errand.commit) == SHA256_DIGITS else "sha1"
    options = ("--quiet", "--bare", "--template=", "--initial-branch=main")
    _git(errand, "init", *options, f"--object-format={kind}")
    call = GitCall(
        arguments=(
            "fetch",
            "--quiet",
            "--depth=1",
            "--no-tags",
            "--no-recurse-submodules",
            "--no-write-fetch-head",
            "--no-auto-maintenance",
            "--",
            errand.source.address,
            errand.commit,
        ),
        options=errand.source.options,
        protocols=errand.source.protocol,
        file_size_bytes=errand.limits.size_bytes + (1 << 20),
    )

    def watch() -> None:
        measure(directory, errand.source.name, errand.limits)

    try:
        run_git(errand.site, call, errand.deadline, watch)
    except GitFailedError:
        # A pack that grew beyond the limit between two looks is stopped by the kernel.
        watch()
        raise


def _listing(errand: Errand) -> TreeListing:
    try:
        printed = _git(errand, "ls-tree", "-r", "-l", "-z", "--full-tree", errand.commit)
    except GitFailedError:
        if errand.site.output.stat().st_size >= LISTING_BYTES:
            raise too_many_files(errand.source.name, errand.limits) from None
        raise
    return read_listing(printed, errand.source.name, errand.limits)


def _check_out(errand: Errand) -> None:
    directory = errand.site.git_directory
    (directory / "info").mkdir(exist_ok=True)
    (directory / "info/attributes").write_text(NO_CONVERSION, encoding="ascii")
    errand.tree.mkdir()
    call = GitCall(
        arguments=(f"--work-tree={errand.tree}", "read-tree", "--reset", "-u", errand.commit),
        options=(("core.bare", "false"),),
        file_size_bytes=errand.limits.size_bytes + (1 << 20),
    )

    def watch() -> None:
        measure(errand.tree, errand.source.name, errand.limits)

    run_git(errand.site, call, errand.deadline, watch)
