import asyncio

import pytest

from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.adapters.language_model.open_client import open_client


def proxies_of(address: str) -> set[str]:
    async def opened() -> set[str]:
        async with open_client(Endpoint("custom", "llama", address)) as client:
            return {pattern.pattern for pattern in client._client._mounts}

    return asyncio.run(opened())


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8088/v1", "http://localhost:1/v1", "http://[::1]:1/v1"]
)
def test_this_machine_is_never_reached_through_a_proxy(monkeypatch, address):
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example:3128")
    assert proxies_of(address) == set()


def test_others_are_reached_through_the_proxy_of_the_environment(monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert "https://" in proxies_of("https://llm.example/v1")


def test_it_follows_nothing_and_repeats_nothing():
    async def opened() -> tuple[bool, int]:
        async with open_client(Endpoint("custom", "llama", "http://127.0.0.1:1/v1")) as client:
            return client._client.follow_redirects, client.max_retries

    assert asyncio.run(opened()) == (False, 0)


def test_a_bundle_that_is_none_is_said_at_once(tmp_path):
    (tmp_path / "bundle.pem").write_text("nothing")
    endpoint = Endpoint("custom", "llama", "https://llm.example", ca_bundle=tmp_path / "bundle.pem")
    with pytest.raises(OSError, match="NO_CERTIFICATE"):
        open_client(endpoint)
