"""What a repository is called on the command line: a directory, or a platform key."""

from pathlib import Path

import click

from mlops_platform.core.errors import RefusedRepositoryError
from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform.core.repository_key import is_local, local_key, repository_key, require_key
from mlops_platform.core.settings import Settings


def locate(spelling: str, settings: Settings) -> Path | str:
    """Return the directory that is meant, else the key. Raises RefusedRepositoryError."""
    directory = Path(spelling).expanduser()
    if spelling and directory.is_dir():
        return directory.resolve()
    if spelling.startswith((".", "/", "~")):
        raise RefusedRepositoryError(f"There is no directory {spelling!r}; check its spelling.")
    if is_local(spelling):
        return require_key(spelling)
    hosts = read_git_hosts(settings.git_mirrors, settings.allowed_hosts)
    return repository_key(spelling, hosts.names())


def locate_key(spelling: str, settings: Settings) -> str:
    """Return the key under which the repository is stored. Raises RefusedRepositoryError."""
    place = locate(spelling, settings)
    return local_key(place) if isinstance(place, Path) else place


def fetchable_key(spelling: str, ref: str | None, settings: Settings) -> str:
    """Return the key by which a repository is fetched; a directory becomes a checkout first.

    Raises RefusedRepositoryError, and click's UsageError for a revision of a directory.
    """
    place = locate(spelling, settings)
    if isinstance(place, str):
        return place
    if ref is not None:
        raise click.UsageError("--ref is for URLs; a directory is read at its HEAD.")
    from mlops_platform.wiring import wire  # noqa: PLC0415 (loads what fetches)

    fetched = wire(settings).directories.fetch_directory(place)
    if fetched.notice:
        click.echo(f"note: {fetched.notice}", err=True)
    return fetched.checkout.revision.repository
