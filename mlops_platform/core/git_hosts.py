"""The hosts that the operator has named: mirrors, and private ones. All others must be public."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from mlops_platform.core.settings import BadSettingError

HOST = re.compile(r"(?=.{1,253}(?::|\Z))[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?\Z")
BASE = re.compile(r"https?://(?P<host>[^/@?#\s]+)(?:/[A-Za-z0-9._~+-]+)*\Z")


class GitHosts(NamedTuple):
    """Named hosts, as `host` or `host:port`; a mirror is a base address without a last slash."""

    mirrors: Mapping[str, str]
    private: frozenset[str]

    def names(self) -> frozenset[str]:
        """Return every host that the operator has named."""
        return self.private | frozenset(self.mirrors)

    def is_trusted(self, key: str) -> bool:
        """Tell whether this key's host may have private addresses."""
        host = key.partition("/")[0]
        return host in self.private or host in self.mirrors

    def fetch_address(self, key: str) -> str:
        """Return where to fetch a key's repository: its mirror, or its own host over HTTPS."""
        host, _, path = key.partition("/")
        return f"{self.mirrors.get(host, f'https://{host}')}/{path}.git"


def read_git_hosts(git_mirrors: str, allowed_hosts: str) -> GitHosts:
    """Read the two settings. Raises BadSettingError naming the variable."""
    mirrors = dict(_mirror(entry) for entry in _entries(git_mirrors))
    return GitHosts(mirrors, frozenset(_private(entry) for entry in _entries(allowed_hosts)))


def _entries(setting: str) -> list[str]:
    return [entry.strip() for entry in setting.split(",") if entry.strip()]


def _mirror(entry: str) -> tuple[str, str]:
    host, _, base = entry.partition("=")
    host, base = host.strip().lower(), base.strip().rstrip("/")
    found = BASE.match(base)
    if not (HOST.match(host) and found and HOST.match(found["host"].lower())):
        raise BadSettingError(
            "MLOPS_PLATFORM_GIT_MIRRORS cannot be used: an entry is not of the form"
            " `github.com=https://git.example`, without user name; correct or unset it."
        )
    return host, base


def _private(entry: str) -> str:
    if not HOST.match(entry.lower()):
        raise BadSettingError(
            "MLOPS_PLATFORM_ALLOWED_HOSTS cannot be used: an entry is not of the form"
            " `git.example` or `git.example:8443`; correct or unset it."
        )
    return entry.lower()
