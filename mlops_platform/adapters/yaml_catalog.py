"""The operator's catalog as a YAML file; read anew each time, as it may change under a server."""

from collections.abc import Collection, Mapping
from pathlib import Path

from mlops_platform.core.catalog import BadCatalogError, read_catalog
from mlops_platform.core.catalog_entry import CatalogEntry


class YamlCatalog:
    """Fits the port `Catalog`; a missing file declares nothing."""

    def __init__(self, path: Path, named_hosts: Collection[str] = ()) -> None:
        self.path = path
        self._named_hosts = named_hosts

    def entries(self) -> Mapping[str, CatalogEntry]:
        """Return what is declared, by repository key. Raises BadCatalogError."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            raise BadCatalogError(f"{self.path} cannot be read: {error}.") from error
        entries = read_catalog(str(self.path), text, self._named_hosts)
        return {entry.repository: entry for entry in entries}
