"""Which adapter stands behind which port, by the settings."""

from functools import cache
from typing import NamedTuple

from upath import UPath

from mlops_platform.adapters.catalog_checkouts import CatalogCheckouts
from mlops_platform.adapters.directory_checkouts import DirectoryCheckouts
from mlops_platform.adapters.git_checkouts import FetchSettings, GitCheckouts
from mlops_platform.adapters.read_ahead import ReadAhead
from mlops_platform.adapters.subprocess_isolation import SubprocessIsolation
from mlops_platform.adapters.upath_sections import UPathSections
from mlops_platform.adapters.yaml_catalog import YamlCatalog
from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform.core.ports import Catalog, Checkouts, Sections
from mlops_platform.core.settings import Settings


class Ports(NamedTuple):
    """The adapters of one process; `directories` is for the command line alone."""

    catalog: Catalog
    checkouts: Checkouts
    directories: DirectoryCheckouts
    isolation: ReadAhead
    sections: Sections


@cache
def wire(settings: Settings) -> Ports:
    """Make every adapter, once; nothing is opened or created before it is used."""
    hosts = read_git_hosts(settings.git_mirrors, settings.allowed_hosts)
    trees = settings.home / "checkouts"
    catalog = YamlCatalog(settings.home / settings.catalog, hosts.names())
    fetched = GitCheckouts(trees, FetchSettings(hosts, settings.ca_bundle))
    return Ports(
        catalog=catalog,
        checkouts=CatalogCheckouts(fetched, catalog),
        directories=DirectoryCheckouts(trees),
        isolation=ReadAhead(SubprocessIsolation()),
        sections=UPathSections(UPath(settings.sections or settings.home / "sections")),
    )
