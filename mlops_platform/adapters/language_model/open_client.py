"""The client of one endpoint: no redirects, no retries of its own, no headers that say more."""

import ipaddress
import ssl

import httpx2
import openai

from mlops_platform.adapters.language_model.bounded_body import bound_body
from mlops_platform.adapters.language_model.endpoint import Endpoint

CONNECT_SECONDS = 10.0
SENT_HEADERS = frozenset(
    "host accept accept-encoding connection content-type content-length user-agent"
    " x-stainless-raw-response".split()
)
AGENT = "mlops-platform"


def open_client(endpoint: Endpoint) -> openai.AsyncOpenAI:
    """Make a client, for one event loop. Raises OSError for a bundle that cannot be read."""
    secret = endpoint.secret()

    async def dress(request: httpx2.Request) -> None:
        # The client adds what OPENAI_… variables hold, which is meant for one provider only.
        for name in set(request.headers) - SENT_HEADERS:
            del request.headers[name]
        request.headers["User-Agent"] = AGENT
        request.headers["Accept-Encoding"] = "identity"
        if secret:
            request.headers["Authorization"] = f"Bearer {secret}"

    http_client = httpx2.AsyncClient(
        verify=ssl.create_default_context(cafile=endpoint.ca_bundle)
        if endpoint.ca_bundle
        else True,
        trust_env=not _is_loopback(endpoint.address),
        follow_redirects=False,
        timeout=httpx2.Timeout(None, connect=CONNECT_SECONDS),
        event_hooks={"request": [dress], "response": [bound_body]},
    )
    return openai.AsyncOpenAI(
        api_key=secret or AGENT, base_url=endpoint.address, max_retries=0, http_client=http_client
    )


def _is_loopback(address: str) -> bool:
    host = httpx2.URL(address).host
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
