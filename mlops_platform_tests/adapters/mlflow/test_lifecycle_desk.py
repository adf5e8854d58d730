"""Many at once: one after the other per model, and what a decision rested on still holds."""

import threading

import pytest
from mlflow.exceptions import MlflowException

from mlops_platform.adapters.mlflow.asking import Asker, asking
from mlops_platform.adapters.mlflow.governed_store import GovernedStore
from mlops_platform.core.lifecycle import (
    Request,
    Seen,
    Signature,
    State,
    decide,
    replay,
)
from mlops_platform_tests.servers.governed_database import (
    MODEL,
    client_of,
    governed_database,
    register,
)

pytestmark = pytest.mark.integration
ANN = Signature(actor="ann")


@pytest.fixture
def addresses(tmp_path):
    return governed_database(tmp_path)


def approve(client, *runs: str) -> None:
    for run in runs:
        version = register(client, run)
        client.set_model_version_tag(MODEL, str(version), "lifecycle", "approved")


def test_a_promotion_by_what_was_seen_before_somebody_else_promoted_is_refused(addresses):
    client = client_of(addresses)
    approve(client, "1", "2")
    with asking(ANN, Seen(production=None)):
        client.set_registered_model_alias(MODEL, "production", "1")
        with pytest.raises(MlflowException, match="version 1 is in production now"):
            client.set_registered_model_alias(MODEL, "production", "2")
    client.set_registered_model_alias(MODEL, "production", "2")


def test_whoever_waits_for_the_lock_decided_by_what_was_there_before(addresses):
    client = client_of(addresses)
    approve(client, "1", "2")
    desk = GovernedStore(addresses.registry)._desk
    told: list[str] = []

    def promote_two() -> None:
        try:
            client.set_registered_model_alias(MODEL, "production", "2")
        except MlflowException as error:
            told.append(error.message)

    with desk.opened(MODEL) as book:
        waiting = threading.Thread(target=promote_two)
        waiting.start()
        waiting.join(1)
        assert waiting.is_alive()
        promote_one(book)
    waiting.join(30)
    assert told
    assert "Another change of acme.churn came first" in told[0]


def promote_one(book) -> None:
    request = Request(model=MODEL, version=1, asked="production")
    book.enter(decide(request, book.states), 1, "production", Asker("ann", "process"))


def test_versions_registered_at_once_are_all_there(addresses):
    client = client_of(addresses)
    client.create_registered_model(MODEL)
    threads = [
        threading.Thread(
            target=client.create_model_version, args=(MODEL, f"runs:/{run}/model", str(run))
        )
        for run in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = GovernedStore(addresses.registry)._desk.lines(MODEL)
    assert replay(lines) == {MODEL: dict.fromkeys(range(1, 9), State.CANDIDATE)}
    assert int(client.get_model_version_by_alias(MODEL, "candidate").version) == 8
