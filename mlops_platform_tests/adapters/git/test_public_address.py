import ipaddress

import pytest

from mlops_platform.adapters.git.public_address import is_public, pinned_addresses
from mlops_platform.core.errors import RefusedRepositoryError, UnreachableRepositoryError


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "140.82.121.4", "2606:50c0:8000::153", "64:ff9b::8c52:7904", "2002:8c52:7904::1"],
)
def test_public_addresses_are_public(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe",
        "fc00::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
    ],
)
def test_private_addresses_in_any_disguise_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


def test_a_host_with_a_private_address_is_refused_unless_trusted():
    with pytest.raises(RefusedRepositoryError, match="not public"):
        pinned_addresses("https://127.0.0.1:8443/o/n.git", is_trusted=False)
    pin = pinned_addresses("https://127.0.0.1:8443/o/n.git", is_trusted=True)
    assert pin == "127.0.0.1:8443:127.0.0.1"


def test_a_name_that_leads_to_loopback_is_refused_and_pinned_when_trusted():
    with pytest.raises(RefusedRepositoryError, match=r"localhost .* not public"):
        pinned_addresses("https://localhost/o/n.git", is_trusted=False)
    assert pinned_addresses("https://localhost/o/n.git", is_trusted=True).startswith(
        "localhost:443:"
    )


def test_a_name_without_an_address_is_one_sentence():
    with pytest.raises(UnreachableRepositoryError, match="no address"):
        pinned_addresses("https://no-such-host.invalid/o/n.git", is_trusted=False)
