"""Git's complaints as one sentence for the user, and which of them are worth another try."""

import re

from mlops_platform.core.errors import (
    PlatformError,
    RefusedRepositoryError,
    UnreachableRepositoryError,
)

SHOWN = 200

PASSING = re.compile(
    r"returned error: (?:5\d\d|429)|Failed to connect|Couldn't connect|Connection (?:refused|reset)"
    r"|Connection timed out|Operation timed out|Operation too slow|Empty reply|early EOF"
    r"|RPC failed|transfer closed|hung up unexpectedly|unexpected disconnect|Recv failure"
    r"|Send failure|SSL_ERROR_SYSCALL|SSL connection timeout|GnuTLS recv error"
)
MISSING = re.compile(r"could not read Username|returned error: (?:401|403|404)|not found")
_MEANINGS = (
    (
        MISSING.pattern,
        UnreachableRepositoryError,
        "{name} was not found, or it is private; check the address.",
    ),
    (
        r"returned error: 30\d",
        UnreachableRepositoryError,
        "{name} has moved to another address; use the one that its page shows now.",
    ),
    (
        r"not our ref|unadvertised object|couldn't find remote ref|remote did not send all",
        RefusedRepositoryError,
        "{name} has no such commit; check the commit id.",
    ),
    (
        r"fsck error|error in object|hasDot|invalid path|bad tree|gitmodules\w*:",
        RefusedRepositoryError,
        "{name} is refused because Git found an object in it that could harm a checkout: {words}.",
    ),
    (
        r"certificate|SSL",
        UnreachableRepositoryError,
        (
            "{name} could not be fetched because its host's certificate is not trusted;"
            " set MLOPS_PLATFORM_CA_BUNDLE if the host is meant."
        ),
    ),
    (
        r"dubious ownership",
        RefusedRepositoryError,
        "{name} belongs to another user; run as its owner.",
    ),
    (
        r"File too large|File size limit",
        RefusedRepositoryError,
        (
            "{name} is refused because it is larger than a checkout may be;"
            " take large files out of the repository."
        ),
    ),
)
_OTHERWISE = "{name} could not be fetched: {words}; check the address and the connection."


def is_passing(complaint: str) -> bool:
    """Tell whether another try may help: the network, a busy or a broken server."""
    return bool(PASSING.search(complaint))


def is_missing(complaint: str) -> bool:
    """Tell whether the server knows no such repository, or does not show it to us."""
    return bool(MISSING.search(complaint))


def too_slow(name: str, seconds: float) -> UnreachableRepositoryError:
    """Return the error of a fetch that did not end in time."""
    return UnreachableRepositoryError(
        f"{name} could not be fetched within {seconds:g} seconds, its limit;"
        " try again, or set a mirror nearby."
    )


def not_kept(name: str, error: OSError) -> UnreachableRepositoryError:
    """Return the error of a tree that this machine could not store."""
    return UnreachableRepositoryError(
        f"{name} could not be read or stored on this machine: {error.strerror or error};"
        " check the disk and the platform's home."
    )


def explained(name: str, complaint: str) -> PlatformError:
    """Return the error to raise for what Git said."""
    words = _words(complaint)
    if is_passing(complaint):
        return UnreachableRepositoryError(_OTHERWISE.format(name=name, words=words))
    for pattern, error, sentence in _MEANINGS:
        if re.search(pattern, complaint):
            return error(sentence.format(name=name, words=words))
    return UnreachableRepositoryError(_OTHERWISE.format(name=name, words=words))


def _words(complaint: str) -> str:
    telling = [part for part in complaint.split("; ") if re.match(r"fatal|error|remote", part)]
    words = (telling or [complaint])[0] or "Git said nothing"
    # Addresses are left out: a mirror's is the operator's own business.
    return re.sub(r"'?\w+://\S+", "its host", words)[:SHOWN].rstrip(". ")
