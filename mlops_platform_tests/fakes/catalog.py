"""A catalog in memory."""

from collections.abc import Mapping

from mlops_platform.core.catalog_entry import CatalogEntry


class DeclaredRepositories:
    """Fits the port `Catalog`; `declared` may be replaced, as a file may change."""

    def __init__(self, *declared: CatalogEntry) -> None:
        self.declared = declared

    def entries(self) -> Mapping[str, CatalogEntry]:
        return {entry.repository: entry for entry in self.declared}
