"""Name resolution that admits public addresses only, done once and pinned for the connection."""

import ipaddress
import socket
from urllib.parse import urlsplit

from mlops_platform.core.errors import RefusedRepositoryError, UnreachableRepositoryError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
IPV4_COMPATIBLE = ipaddress.IPv6Network("::/96")
NOT_PUBLIC = (
    ipaddress.ip_network("64:ff9b:1::/48"),
    ipaddress.ip_network("192.88.99.0/24"),
    ipaddress.ip_network("fec0::/10"),
)
PORTS = {"https": 443, "http": 80}


def pinned_addresses(address: str, *, is_trusted: bool) -> str:
    """Resolve the host of a web address once, and return curl's `host:port:addresses` for it.

    Raises RefusedRepositoryError where any address is not public, unless the host `is_trusted`.
    """
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    found = _resolve(host, port)
    if not is_trusted and not all(is_public(each) for each in found):
        raise RefusedRepositoryError(
            f"{host} is refused because it resolves to an address that is not public;"
            f" name it in MLOPS_PLATFORM_ALLOWED_HOSTS if it is meant."
        )
    return f"{host}:{port}:{','.join(_bracketed(each) for each in found)}"


def is_public(address: Address) -> bool:
    """Tell whether an address, and any IPv4 address inside it, is on the public internet."""
    if any(address.version == network.version and address in network for network in NOT_PUBLIC):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in NAT64 or address in IPV4_COMPATIBLE:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _resolve(host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreachableRepositoryError(
            f"{host} has no address on this network; check the spelling and the connection."
        ) from None
    texts = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return [ipaddress.ip_address(text) for text in texts]


def _bracketed(address: Address) -> str:
    return f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004 (IP version)
