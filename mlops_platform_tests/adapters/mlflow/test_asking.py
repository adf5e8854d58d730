import subprocess
import sys

import pytest
from flask import Flask

from mlops_platform.adapters.mlflow.asking import (
    ACTOR,
    REASON,
    SEEN,
    Asker,
    SignatureHeaders,
    asking,
    who_asks,
)
from mlops_platform.core.lifecycle import Seen, Signature

ANN = Signature(actor="Änn", reason="déjà vu\nin the south")


def received(headers: dict[str, str], proxy_header: str = "", **more) -> Asker:
    with Flask("server").test_request_context(headers=headers, **more):
        return who_asks(proxy_header)


@pytest.mark.parametrize("seen", [None, Seen(production=None), Seen(production=12)])
def test_a_signature_passes_over_http_as_it_is(seen):
    with asking(ANN, seen):
        assert SignatureHeaders().in_context()
        headers = SignatureHeaders().request_headers()
    assert all(value.isascii() and "\n" not in value for value in headers.values())
    expected = Asker("Änn", "claim", "déjà vu in the south", seen)
    assert received(headers) == expected


def test_nothing_is_signed_outside():
    assert not SignatureHeaders().in_context()
    assert SignatureHeaders().request_headers() == {}


def test_in_process_the_signature_is_taken_as_it_is():
    with asking(ANN, Seen(production=3)):
        assert who_asks("") == Asker("Änn", "process", "déjà vu in the south", Seen(production=3))


def test_in_process_without_a_signature_it_is_the_user_of_the_process(monkeypatch):
    monkeypatch.setenv("LOGNAME", "ann")
    assert who_asks("") == Asker("ann", "process")


def test_a_request_that_names_nobody_is_known_by_its_address():
    assert received({}, environ_base={"REMOTE_ADDR": "10.1.2.3"}) == Asker(
        "unknown at 10.1.2.3", ""
    )


def test_the_proxys_user_goes_before_a_claim_and_only_where_the_operator_says_so():
    headers = {"X-Forwarded-User": "ann", ACTOR: "mallory", REASON: "because"}
    assert received(headers, "X-Forwarded-User") == Asker("ann", "proxy", "because")
    assert received(headers) == Asker("mallory", "claim", "because")
    assert received({ACTOR: "mallory"}, "X-Forwarded-User").identified_by == "claim"


def test_basic_authentication_counts_only_where_the_server_checks_it():
    header = {"Authorization": "Basic YW5uOng="}  # ann:x
    assert received(header).identified_by == ""
    server = Flask("server")

    def check() -> None: ...

    check.__module__ = "mlflow.server.auth"
    server.before_request(check)
    with server.test_request_context(headers=header | {ACTOR: "mallory"}):
        assert who_asks("") == Asker("ann", "authentication")


@pytest.mark.parametrize("text", ["-1", "1.0", "x", "9" * 30, "²"])
def test_what_was_seen_is_a_number_or_nothing(text):
    assert received({SEEN: text}).seen is None


def test_what_is_said_is_clean_and_short():
    asker = received({ACTOR: "a%1b%5B31m%0A" * 100, REASON: "%E2%80%AE" * 5000})
    assert len(asker.actor) <= 200
    assert len(asker.reason) <= 1000
    assert asker.actor.isprintable()
    assert "\u202e" not in asker.reason


def test_every_process_that_loads_mlflow_loads_this_so_it_is_light():
    program = (
        "import sys, mlops_platform.adapters.mlflow.asking;"
        "sys.exit(bool({'mlflow', 'sqlalchemy', 'flask', 'dagster', 'pandas'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
