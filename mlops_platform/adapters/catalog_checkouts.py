"""Checkouts at the ref that the operator's catalog states, where nobody asked for another one."""

from mlops_platform.core.catalog_entry import Catalog
from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.ports import Checkouts


class CatalogCheckouts:
    """Fits the port `Checkouts`, in front of another one."""

    def __init__(self, checkouts: Checkouts, catalog: Catalog) -> None:
        self._checkouts = checkouts
        self._catalog = catalog

    def fetch(self, repository: str, ref: str | None = None) -> Checkout:
        """Fetch a repository key at a ref, else at the catalog's, else at its HEAD."""
        return self._checkouts.fetch(repository, ref or self._declared(repository))

    def at(self, revision: Revision) -> Checkout:
        """Return the checkout of a revision."""
        return self._checkouts.at(revision)

    def newest_commit(self, repository: str, ref: str | None = None) -> str:
        """Ask for the commit of a ref, else of the catalog's, else of its HEAD."""
        return self._checkouts.newest_commit(repository, ref or self._declared(repository))

    def _declared(self, repository: str) -> str | None:
        entry = self._catalog.entries().get(repository)
        return entry.ref if entry else None
