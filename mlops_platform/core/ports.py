"""What the core and Dagster's side need from the world: one protocol per port, and its values.

An adapter does not inherit from its port, it fits it.
"""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from mlops_platform.core.evidence import Frozen

T = TypeVar("T", bound=Frozen)


class Revision(Frozen):
    """One repository at one commit, by name. `url` is None for a local directory."""

    repository: str
    url: str | None
    commit: str
    committed_at: datetime | None = None


class UnreadFile(Frozen):
    """A file that was not read, and why."""

    path: str
    reason: str


class Checkout(Frozen):
    """One repository at one commit, read-only under `root`, without `.git`.

    `submodules` are paths that the commit points to but that were not fetched. Files in `set_aside`
    are there but must not be opened again: reading them killed a reader.
    """

    revision: Revision
    root: Path
    submodules: tuple[str, ...] = ()
    set_aside: tuple[UnreadFile, ...] = ()


class PlatformError(Exception):
    """One sentence for the user: what happened, why, what to do. The CLI prints it as it is."""


class BadInputError(PlatformError):
    """Something that the user gave cannot be used; the CLI ends with exit code 2."""


class RefusedRepositoryError(BadInputError):
    """A repository address that is not accepted."""


class UnreachableRepositoryError(PlatformError):
    """A repository that could not be fetched (exit code 3)."""


class GatheringFailedError(PlatformError):
    """Reading a checkout ended without facts; the section then says why.

    `why` is the cause as a clause, for those who know what it was that could not be read.
    """

    def __init__(self, sentence: str, why: str = "") -> None:
        super().__init__(sentence)
        self.why = why or sentence.rstrip(".")


class Checkouts(Protocol):
    """Repositories as read-only trees."""

    def fetch(self, repository: str, ref: str | None = None) -> Checkout:
        """Fetch a repository key at a branch, tag or commit (default: its HEAD).

        Raises RefusedRepositoryError or UnreachableRepositoryError.
        """
        ...

    def at(self, revision: Revision) -> Checkout:
        """Return the checkout of a revision, from the cache or fetched again."""
        ...

    def newest_commit(self, repository: str, ref: str | None = None) -> str:
        """Ask which commit `fetch` would bring now, without bringing it.

        Raises RefusedRepositoryError or UnreachableRepositoryError.
        """
        ...


class Isolation(Protocol):
    """Runs a core function that reads foreign bytes in a killable, limited child process."""

    def run(
        self,
        facts: type[T],
        gatherer: str,
        checkout: Checkout,
        *inputs: Frozen,
        may_read: Collection[Path] = (),
    ) -> T:
        """Call a gatherer in the child and return its result, validated as `facts`.

        `gatherer` names a file of `core/gather` and its function `gather_<name>`, which is called
        with the checkout and the inputs; the parent does not even load it. It reads the checkout,
        and `may_read`: files and folders that the operator names (`CatalogEntry.files`).
        A file of the checkout that kills the child is set aside and the call repeated.
        Raises GatheringFailedError.
        """
        ...


class Sections(Protocol):
    """Stored sections, as JSON text by asset and repository key."""

    def write(self, asset: str, repository: str, text: str) -> None:
        """Store one section, replacing the former one."""
        ...

    def read(self, asset: str, repository: str) -> str | None:
        """Return one section, None where it was never stored."""
        ...

    def repositories(self, asset: str) -> tuple[str, ...]:
        """Return the keys that have this section, sorted."""
        ...
