"""Directories of this machine as read-only trees; only the command line may ask for them."""

import shutil
import time
from pathlib import Path
from typing import NamedTuple

from mlops_platform.adapters.bounded_process import DeadlinePassedError
from mlops_platform.adapters.git.complaints import not_kept, too_slow
from mlops_platform.adapters.git.directory_copy import CopyOrder, copy_directory
from mlops_platform.adapters.git.fetched_tree import (
    Errand,
    Source,
    fetch_tree,
    lead_outside_links_nowhere,
)
from mlops_platform.adapters.git.remote_refs import NoCommitError, chosen_commit
from mlops_platform.adapters.git.safe_command import (
    GitCall,
    GitFailedError,
    check_version,
    run_git,
)
from mlops_platform.adapters.git.tree_cache import TreeCache, TreeRecord
from mlops_platform.adapters.git.tree_limits import CheckoutLimits, measure
from mlops_platform.adapters.git.work_trees import is_work_tree
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.errors import RefusedRepositoryError
from mlops_platform.core.facts.text.texts import shown
from mlops_platform.core.repository_key import local_key

TRUST_THIS_OWNER = '[safe]\n\tdirectory = "*"\n'
"""Containers in CI see work trees of other users. No other setting of the work tree is read."""

SHORT = 12


class DirectoryCheckout(NamedTuple):
    """A directory's checkout; `notice` tells what of the directory is not in it, if anything."""

    checkout: Checkout
    notice: str


class DirectoryCheckouts:
    """Keeps directories beside the repositories in `folder`, where their keys are found later."""

    def __init__(self, folder: Path, limits: CheckoutLimits = CheckoutLimits()) -> None:  # noqa: B008 (a value)
        self._cache = TreeCache(folder)
        self._limits = limits

    def fetch_directory(self, directory: Path) -> DirectoryCheckout:
        """Return a work tree's commit at HEAD, or a copy of any other directory as it is.

        Raises RefusedRepositoryError or UnreachableRepositoryError.
        """
        name = f"the directory {shown(str(directory))}"
        try:
            return self._fetch(directory.resolve(), name)
        except DeadlinePassedError:
            raise too_slow(name, self._limits.seconds) from None
        except OSError as error:
            raise not_kept(name, error) from error

    def _fetch(self, directory: Path, name: str) -> DirectoryCheckout:
        if not directory.is_dir():
            raise RefusedRepositoryError(f"{name} is not a directory; check its spelling.")
        key = local_key(directory)
        deadline = time.monotonic() + self._limits.seconds
        with self._cache.workplace() as place:
            errand = Errand(Source(name, str(directory), "file"), "", place, self._limits, deadline)
            record, notice = self._record(errand, directory)
            checkout = self._cache.keep(key, record, place)
        self._cache.name_latest(key, record.commit)
        return DirectoryCheckout(checkout, notice)

    def _record(self, errand: Errand, directory: Path) -> tuple[TreeRecord, str]:
        if not is_work_tree(directory):
            return _copied(errand, directory), ""
        (errand.place / "gitconfig").write_text(TRUST_THIS_OWNER, encoding="ascii")
        check_version(errand.site, errand.deadline)
        try:
            at_head = errand._replace(commit=_head(errand))
            record = fetch_tree(at_head)
        except (GitFailedError, NoCommitError):
            # No commit yet, or a partial clone: the files are there all the same.
            shutil.rmtree(errand.tree, ignore_errors=True)
            return _copied(errand, directory), (
                f"No commit could be read from {errand.source.name};"
                " its files were read as they are."
            )
        return record, _notice(at_head, directory)


def _head(errand: Errand) -> str:
    source = errand.source
    call = GitCall(("ls-remote", "--quiet", "--", source.address, "HEAD"), (), source.protocol)
    return chosen_commit(run_git(errand.site, call, errand.deadline), None, source.name)


def _copied(errand: Errand, directory: Path) -> TreeRecord:
    name, limits, tree = errand.source.name, errand.limits, errand.tree
    copied = copy_directory(CopyOrder(directory, tree, name, limits, errand.deadline))
    lead_outside_links_nowhere(tree, copied.links)
    files, size_bytes = measure(tree, name, limits)
    return TreeRecord(
        commit=f"tree-{copied.digest}",
        committed_at=None,
        submodules=(),
        files=files,
        size_bytes=size_bytes,
    )


def _notice(errand: Errand, directory: Path) -> str:
    """Compare the directory with the commit, by Git but without the directory's own settings."""
    (errand.site.git_directory / "HEAD").write_text(f"{errand.commit}\n", encoding="ascii")
    call = GitCall(
        (
            f"--work-tree={directory}",
            "status",
            "--porcelain",
            "-z",
            "--no-renames",
            "--untracked-files=normal",
            "--ignore-submodules=all",
        ),
        (("core.bare", "false"),),
    )
    try:
        changes = run_git(errand.site, call, errand.deadline).count(b"\0")
    except (GitFailedError, DeadlinePassedError):
        return f"Changes in {errand.source.name} that are not committed were not read."
    if changes == 0:
        return ""
    return (
        f"{changes} changed or new {'file was' if changes == 1 else 'files were'} not read because"
        f" not committed in {errand.source.name}; commit {errand.commit[:SHORT]} was read."
    )
