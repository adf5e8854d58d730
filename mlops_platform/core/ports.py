"""What the core and Dagster's side need from the world: one protocol per port.

An adapter does not inherit from its port, it fits it.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Protocol, TypeVar

from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.evidence import Frozen

T = TypeVar("T", bound=Frozen)


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
