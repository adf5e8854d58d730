"""What a repository is called on the command line: a directory, or a platform key."""

from pathlib import Path

from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform.core.ports import RefusedRepositoryError
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
