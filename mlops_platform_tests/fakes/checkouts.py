"""Checkouts that a test has drawn."""

from mlops_platform.core.checkout import Checkout, Revision
from mlops_platform.core.errors import UnreachableRepositoryError


class DrawnCheckouts:
    """Fits the port `Checkouts`; `asked` are the keys and refs that were fetched."""

    def __init__(self, *checkouts: Checkout) -> None:
        self._checkouts = {checkout.revision.repository: checkout for checkout in checkouts}
        self.asked: list[tuple[str, str | None]] = []

    def fetch(self, repository: str, ref: str | None = None) -> Checkout:
        self.asked.append((repository, ref))
        if repository not in self._checkouts:
            raise UnreachableRepositoryError(f"{repository} could not be reached; try again later.")
        return self._checkouts[repository]

    def at(self, revision: Revision) -> Checkout:
        return self._checkouts[revision.repository]

    def newest_commit(self, repository: str, ref: str | None = None) -> str:
        return self.fetch(repository, ref).revision.commit
