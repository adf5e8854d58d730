"""Who asks the registry for a change, why, and what they had seen: from the client to the store.

In process it is a context variable; over HTTP MLflow's client puts the same into headers, which the
server reads beside what it knows itself. Loaded whenever MLflow is, so it imports nothing heavy.
"""

import contextlib
import getpass
from collections.abc import Iterator
from contextvars import ContextVar
from typing import NamedTuple
from urllib.parse import quote, unquote

from mlops_platform.core.lifecycle import Seen, Signature
from mlops_platform.core.report.escaping import one_line

ACTOR, REASON, SEEN = "X-Mlops-Actor", "X-Mlops-Reason", "X-Mlops-Seen-Production"
NOTHING = "none"
LONGEST_ACTOR, LONGEST_REASON = 200, 1000


class Asking(NamedTuple):
    """A signature, and the version in production that its decision rests on."""

    signature: Signature
    seen: Seen | None = None


class Asker(NamedTuple):
    """Who asks, as the store records it: `identified_by` tells how far the name can be trusted."""

    actor: str
    identified_by: str
    reason: str = ""
    seen: Seen | None = None


_ASKING: ContextVar[Asking | None] = ContextVar("asking", default=None)


@contextlib.contextmanager
def asking(signature: Signature, seen: Seen | None = None) -> Iterator[None]:
    """Sign every change that MLflow's client asks for inside this context."""
    token = _ASKING.set(Asking(signature, seen))
    try:
        yield
    finally:
        _ASKING.reset(token)


class SignatureHeaders:
    """MLflow's plugin that adds headers to each request of its client."""

    def in_context(self) -> bool:
        """Tell whether there is something to add."""
        return _ASKING.get() is not None

    def request_headers(self) -> dict[str, str]:
        """Return the signature as headers, which hold ASCII only."""
        asked = _ASKING.get()
        if asked is None:
            return {}
        headers = {ACTOR: quote(asked.signature.actor), REASON: quote(asked.signature.reason)}
        if asked.seen is not None:
            headers[SEEN] = str(asked.seen.production or NOTHING)
        return headers


def who_asks(proxy_header: str) -> Asker:
    """Return who asks: the user whom the server authenticated, else whoever they say they are.

    `proxy_header` names the header of an authenticating proxy; "" where there is none.
    """
    from flask import has_request_context  # noqa: PLC0415 (a client has no server)

    if has_request_context():
        return _asker_of_request(proxy_header)
    asked = _ASKING.get()
    if asked is None:
        return _asker(getpass.getuser(), "process")
    return _asker(asked.signature.actor, "process", asked.signature.reason, asked.seen)


def _asker_of_request(proxy_header: str) -> Asker:
    from flask import request  # noqa: PLC0415 (a client has no server)

    reason = unquote(request.headers.get(REASON, ""))
    seen = _seen(request.headers.get(SEEN, ""))
    authorization = request.authorization
    if _authenticates() and authorization is not None and authorization.username:
        return _asker(authorization.username, "authentication", reason, seen)
    if proxy_header and (named := request.headers.get(proxy_header)):
        return _asker(named, "proxy", reason, seen)
    if claimed := unquote(request.headers.get(ACTOR, "")):
        return _asker(claimed, "claim", reason, seen)
    return _asker(f"unknown at {request.remote_addr or 'an unknown address'}", "", reason, seen)


def _authenticates() -> bool:
    """Tell whether MLflow's own authentication stands before every request of this server."""
    from flask import current_app  # noqa: PLC0415 (a client has no server)

    before = current_app.before_request_funcs.get(None, [])
    return any(function.__module__.startswith("mlflow.server.auth") for function in before)


def _seen(text: str) -> Seen | None:
    if text == NOTHING:
        return Seen(production=None)
    return Seen(production=int(text)) if text.isdecimal() and len(text) < 10 else None  # noqa: PLR2004


def _asker(actor: str, identified_by: str, reason: str = "", seen: Seen | None = None) -> Asker:
    shown = one_line(actor, LONGEST_ACTOR), identified_by, one_line(reason, LONGEST_REASON)
    return Asker(*shown, seen)
