"""Repositories as read-only trees, fetched by Git and kept by commit."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar
from urllib.parse import urlsplit

from mlops_platform.adapters.bounded_process import DeadlinePassedError
from mlops_platform.adapters.git.complaints import (
    explained,
    is_missing,
    is_passing,
    not_kept,
    too_slow,
)
from mlops_platform.adapters.git.fetched_tree import Errand, Source, fetch_tree
from mlops_platform.adapters.git.public_address import pinned_addresses
from mlops_platform.adapters.git.remote_refs import (
    COMMIT,
    check_ref,
    chosen_commit,
    patterns_for,
)
from mlops_platform.adapters.git.safe_command import (
    GitCall,
    GitFailedError,
    GitSite,
    check_version,
    run_git,
)
from mlops_platform.adapters.git.tree_cache import TreeCache
from mlops_platform.adapters.git.tree_limits import CheckoutLimits
from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.errors import UnreachableRepositoryError
from mlops_platform.core.git_hosts import GitHosts
from mlops_platform.core.repository_key import is_local, require_key

MOST_TRIES = 3
PAUSE_SECONDS = 1.0
LOOK_SECONDS = 20
"""Git asks for a ref in one or two exchanges; a host that takes longer is asked another time."""

T = TypeVar("T")


class FetchSettings(NamedTuple):
    """What an operator may set of fetching."""

    hosts: GitHosts
    ca_bundle: Path | None = None
    limits: CheckoutLimits = CheckoutLimits()
    pause_seconds: float = PAUSE_SECONDS


class Deadline(NamedTuple):
    """A moment of the monotonic clock, and how many seconds were left to it."""

    at: float
    seconds: float

    @classmethod
    def in_seconds(cls, seconds: float) -> "Deadline":
        """Return the moment that is so far from now."""
        return cls(time.monotonic() + seconds, seconds)


class GitCheckouts:
    """Fits the port `Checkouts`; `folder` is where trees are kept."""

    def __init__(self, folder: Path, settings: FetchSettings) -> None:
        self._cache = TreeCache(folder)
        self._settings = settings
        self._is_git_checked = False

    def fetch(self, repository: str, ref: str | None = None) -> Checkout:
        """Fetch a repository key at a branch, tag or commit; a local key at its last snapshot."""
        key = require_key(repository, self._settings.hosts.names())
        deadline = self._deadline()
        return self._at_commit(key, self._commit(key, ref, deadline), deadline)

    def at(self, revision: Revision) -> Checkout:
        """Return the checkout of a revision, from the cache or fetched again."""
        key = require_key(revision.repository, self._settings.hosts.names())
        return self._at_commit(key, revision.commit, self._deadline())

    def newest_commit(self, repository: str, ref: str | None = None) -> str:
        """Ask which commit a branch, tag or commit is now; a slow host is left soon."""
        key = require_key(repository, self._settings.hosts.names())
        seconds = min(LOOK_SECONDS, self._settings.limits.seconds)
        return self._commit(key, ref, Deadline.in_seconds(seconds))

    def _commit(self, key: str, ref: str | None, deadline: Deadline) -> str:
        if ref is not None:
            check_ref(ref)
        if is_local(key):
            return ref or self._cache.latest(key) or ""
        if ref is not None and COMMIT.match(ref.lower()):
            return ref.lower()
        return self._try(key, deadline, lambda source: self._resolve(source, ref, deadline.at))

    def _at_commit(self, key: str, commit: str, deadline: Deadline) -> Checkout:
        kept = self._cache.find(key, commit)
        if kept is not None:
            return kept
        if is_local(key) or not COMMIT.match(commit):
            raise UnreachableRepositoryError(
                f"{key} is no longer kept at that commit; analyze its directory again."
            )
        return self._try(key, deadline, lambda source: self._bring(source, commit, deadline.at))

    def _resolve(self, source: Source, ref: str | None, deadline: float) -> str:
        call = GitCall(
            ("ls-remote", "--quiet", "--", source.address, *patterns_for(ref)),
            source.options,
            source.protocol,
        )
        with self._cache.workplace() as place:
            site = GitSite(place, place / "git")
            self._check_git(site, deadline)
            return chosen_commit(run_git(site, call, deadline), ref, source.name)

    def _bring(self, source: Source, commit: str, deadline: float) -> Checkout:
        with self._cache.workplace() as place:
            errand = Errand(source, commit, place, self._settings.limits, deadline)
            self._check_git(errand.site, deadline)
            record = fetch_tree(errand)
            return self._cache.keep(source.name, record, place)

    def _check_git(self, site: GitSite, deadline: float) -> None:
        if not self._is_git_checked:
            check_version(site, deadline)
            self._is_git_checked = True

    def _deadline(self) -> Deadline:
        return Deadline.in_seconds(self._settings.limits.seconds)

    def _try(self, key: str, deadline: Deadline, action: Callable[[Source], T]) -> T:
        source = self._source(key)
        tries = 0
        while True:
            try:
                return action(source)
            except DeadlinePassedError:
                raise too_slow(key, deadline.seconds) from None
            except OSError as error:
                raise not_kept(key, error) from error
            except GitFailedError as error:
                complaint = str(error)
            if is_missing(complaint) and source.address.endswith(".git"):
                # Some hosts know their repositories only without the suffix, some only with it.
                source = source._replace(address=source.address.removesuffix(".git"))
                continue
            tries += 1
            if tries == MOST_TRIES or not is_passing(complaint):
                raise explained(key, complaint)
            pause = self._settings.pause_seconds * 2 ** (tries - 1)
            time.sleep(max(0.0, min(pause, deadline.at - time.monotonic())))

    def _source(self, key: str) -> Source:
        hosts = self._settings.hosts
        address = hosts.fetch_address(key)
        pin = pinned_addresses(address, is_trusted=hosts.is_trusted(key))
        options = [("http.curloptResolve", pin)]
        if self._settings.ca_bundle is not None:
            options.append(("http.sslCAInfo", str(self._settings.ca_bundle)))
        return Source(key, address, urlsplit(address).scheme, options)
