"""The identity of a repository: any spelling of its address to `host/owner/name`, or a refusal.

The key is also the way back to the address. Directories have keys of their own: `local/name-hash`.
"""

import hashlib
import os
import re
from collections.abc import Collection
from pathlib import PurePath
from typing import NamedTuple

from mlops_platform.core.errors import RefusedRepositoryError

LONGEST = 300
TWO_SEGMENT_HOSTS = frozenset({"github.com", "bitbucket.org", "codeberg.org"})
WWW_HOSTS = TWO_SEGMENT_HOSTS | {"gitlab.com"}
DEFAULT_PORTS = {"https": "443", "http": "80", "ssh": "22", "git": "9418"}
EXAMPLE = "write it as https://host/owner/name"

CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^/]*)/?(?P<path>.*)\Z")
SCP = re.compile(r"(?:(?P<user>[^@/:]*)@)?(?P<host>[^@/:]+):(?P<path>[^:]*)\Z")
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\Z")
NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)\Z")
SEGMENT = re.compile(r"[A-Za-z0-9._~+-]+\Z")
LOCAL = re.compile(r"local/[A-Za-z0-9_](?:[A-Za-z0-9_-]|\.(?!\.)){0,59}-[0-9a-f]{12}\Z")


class _Parts(NamedTuple):
    scheme: str
    user: str
    host: str
    port: str
    path: str


def repository_key(spelling: str, named_hosts: Collection[str] = ()) -> str:
    """Return the key of a repository address.

    `named_hosts` are the hosts that the operator has set (`GitHosts.names`): only they may have a
    port, be an IP address or a single word. Raises RefusedRepositoryError.
    """
    parts = _split(_checked_text(spelling.strip(" ")))
    if parts.user and not (parts.user == "git" and parts.scheme == "ssh"):
        raise _refused("it holds a user name or password", "leave them out")
    host = _checked_host(parts, named_hosts)
    return "/".join((host, *_checked_path(parts.path, host)))


def require_key(key: str, named_hosts: Collection[str] = ()) -> str:
    """Return a key that is canonical already. Raises RefusedRepositoryError for any other text."""
    if LOCAL.match(key):
        return key
    canonical = repository_key(key, named_hosts)
    if canonical != key:
        raise _refused("it is not in its canonical form", f"write {canonical}")
    return key


def local_key(directory: PurePath) -> str:
    """Return the key of a directory on this machine, from its resolved path."""
    digest = hashlib.sha256(os.fsencode(directory)).hexdigest()[:12]
    name = re.sub(r"\.{2,}|[^A-Za-z0-9._-]", "_", directory.name)[:60].lstrip(".-")
    return f"local/{name or 'directory'}-{digest}"


def is_local(key: str) -> bool:
    """Tell whether a key names a directory on this machine."""
    return key.startswith("local/")


def web_address(key: str) -> str | None:
    """Return the address of a repository for people; None for a directory on this machine."""
    return None if is_local(key) else f"https://{key}"


def _refused(why: str, remedy: str = EXAMPLE) -> RefusedRepositoryError:
    # The spelling is not repeated: it may hold a password or terminal escapes.
    return RefusedRepositoryError(f"The repository address is refused because {why}; {remedy}.")


def _checked_text(text: str) -> str:
    if not text:
        raise _refused("it is empty")
    if len(text) > LONGEST:
        raise _refused(f"it is longer than {LONGEST} characters")
    if CONTROL.search(text):
        raise _refused("it holds a space or a control character")
    if not text.isascii():
        raise _refused(
            "it holds letters outside ASCII, which can look like others",
            "write the host and the path in ASCII",
        )
    if text.startswith("-"):
        raise _refused("it starts with a dash, like an option")
    if "?" in text or "#" in text:
        raise _refused("it holds a query or a fragment", "leave out what follows `?` or `#`")
    if bad := sorted(set(text) & set("%\\*\"'`<>|$;&(){}!^,=")):
        raise _refused(f"it holds the character {bad[0]}")
    return text


def _split(text: str) -> _Parts:
    if url := URL.match(text):
        scheme = url["scheme"].lower()
        if scheme not in DEFAULT_PORTS:
            raise _refused(f"`{scheme[:20]}` is not a scheme for repositories on a host")
        user, _, host_and_port = url["authority"].rpartition("@")
        host, colon, port = host_and_port.partition(":")
        if colon and not re.fullmatch(r"[0-9]{1,5}", port):
            raise _refused("its host is not a host name")
        return _Parts(
            scheme, user, host, "" if port == DEFAULT_PORTS[scheme] else port, url["path"]
        )
    authority, slash, path = text.partition("/")
    if re.fullmatch(r"[^@:]+:[0-9]{1,5}", authority) and slash:
        host, _, port = authority.partition(":")
        return _Parts("https", "", host, port, path)
    if scp := SCP.match(text):
        return _Parts("ssh", scp["user"] or "", scp["host"], "", scp["path"].removeprefix("/"))
    return _Parts("https", "", authority, "", path)


def _checked_host(parts: _Parts, named_hosts: Collection[str]) -> str:
    host = parts.host.lower().removesuffix(".")
    named = f"{host}:{parts.port}" if parts.port else host
    if named in named_hosts:
        return named
    _check_shape(host)
    if parts.port and parts.scheme == "ssh":
        raise _refused("a port of SSH does not tell the one of HTTPS")
    if parts.port:
        raise _refused(
            f"port {parts.port} was not allowed for its host",
            f"leave the port out or name {named} in MLOPS_PLATFORM_ALLOWED_HOSTS",
        )
    bare = host.removeprefix("www.")
    return bare if bare in WWW_HOSTS else host


def _check_shape(host: str) -> None:
    labels = host.split(".")
    if not all(LABEL.match(label) for label in labels):
        raise _refused("its host is not a host name")
    if NUMBER.match(labels[-1]):
        raise _refused("its host is an IP address", "write the host's name")
    if any(label.startswith("xn--") for label in labels):
        raise _refused(
            "its host is an international name, which can look like another",
            f"name {host} in MLOPS_PLATFORM_ALLOWED_HOSTS if it is meant",
        )
    if len(labels) == 1:
        raise _refused(
            f"`{host}` is not a host on the internet",
            "write the host too, as in github.com/owner/name",
        )


def _checked_path(path: str, host: str) -> list[str]:
    segments = path.rstrip("/").split("/")
    segments[-1] = segments[-1].removesuffix(".git")
    for segment in segments:
        _check_segment(segment)
    if len(segments) == 1:
        raise _refused("it names no repository of an owner")
    if len(segments) > 2 and host in TWO_SEGMENT_HOSTS:  # noqa: PLR2004 (owner and name)
        raise _refused(
            "it names a page inside a repository",
            f"write {'/'.join((host, *segments[:2]))}",
        )
    return segments


def _check_segment(segment: str) -> None:
    if not segment:
        raise _refused("a part of its path is empty")
    if segment.startswith("-"):
        raise _refused("a part of its path starts with a dash, like an option or a page's address")
    if ".." in segment or segment == ".":
        raise _refused("a part of its path holds `..` or is `.`")
    if not SEGMENT.match(segment) or segment.lower().endswith(".git"):
        raise _refused("a part of its path is not a name")
