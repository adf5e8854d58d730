"""MLflow's server killed in mid-transition: log and state agree, and nothing is half done."""

import contextlib
import http.client
import sqlite3
import threading
import time
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from mlops_platform.adapters.mlflow.governed_store import GovernedStore
from mlops_platform.core.lifecycle import State, replay
from mlops_platform_tests.integration.governed_world import (
    DATABASES,
    GovernedWorld,
    governed_world,
)
from mlops_platform_tests.servers.mlflow_server import mlflow_server

pytestmark = pytest.mark.integration
MODEL = "acme.churn"
ROUNDS = 2


@pytest.fixture(params=DATABASES)
def world(request, tmp_path):
    with governed_world(request.param, tmp_path) as started:
        yield started


@contextlib.contextmanager
def commits_held_back(world: GovernedWorld) -> Iterator[None]:
    """Keep every transaction of the server from its end, as a slow disk would."""
    if world.addresses.tracking.startswith("sqlite"):
        path = world.addresses.tracking.removeprefix("sqlite:///")
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as reader:
            # SQLite cannot commit while somebody reads.
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM lifecycle_transitions").fetchone()
            yield
            reader.execute("ROLLBACK")
        return
    engine = sa.create_engine(world.addresses.tracking)
    with engine.connect() as connection:
        # The line is written first, the state after it: the server stops between the two.
        connection.execute(sa.text("LOCK TABLE model_version_tags IN SHARE MODE"))
        yield
        connection.rollback()
    engine.dispose()


def promote(world: GovernedWorld, version: str = "1") -> None:
    tag = {"name": MODEL, "version": version, "key": "lifecycle", "value": "production"}
    with contextlib.suppress(OSError, http.client.HTTPException):  # it dies in mid-answer, too
        world.ask("POST", "model-versions/set-tag", tag)


def test_a_server_that_dies_within_a_transition_leaves_nothing_of_it(world, tmp_path):
    world.version_in(MODEL, State.APPROVED)
    before = world.log(MODEL)
    with commits_held_back(world):
        asking = threading.Thread(target=promote, args=(world,))
        asking.start()
        asking.join(3)
        assert asking.is_alive(), "the transition was not held back"
        world.server.kill()
        asking.join(30)
    assert world.log(MODEL) == before
    world.check_agreement([MODEL])
    with mlflow_server(world.addresses, tmp_path) as again:
        promote(world._replace(server=again))
    assert replay(world.log(MODEL)) == {MODEL: {1: State.PRODUCTION}}
    world.check_agreement([MODEL])


def test_what_was_answered_before_the_server_died_is_kept(world, tmp_path):
    GovernedStore(world.addresses.registry).create_registered_model(MODEL)
    world.server.kill()
    known: set[int] = set()
    for turn in range(ROUNDS):
        with mlflow_server(world.addresses, tmp_path) as server:
            known |= register_until_killed(world._replace(server=server), 0.5 + 0.7 * turn)
        assert known <= set(replay(world.log(MODEL)).get(MODEL, {}))
        world.check_agreement([MODEL])
    assert known


def register_until_killed(world: GovernedWorld, seconds: float) -> set[int]:
    """Register and approve versions, one after the other; the server dies after a while."""
    threading.Timer(seconds, world.server.kill).start()
    acknowledged: set[int] = set()
    until = time.monotonic() + seconds + 30
    with contextlib.suppress(OSError, http.client.HTTPException):  # it dies in mid-answer, too
        while time.monotonic() < until:
            body = {"name": MODEL, "source": "s3://models/1"}
            made = world.ask("POST", "model-versions/create", body)
            number = str(made.body["model_version"]["version"])  # type: ignore[index]
            acknowledged.add(int(number))
            tag = {"name": MODEL, "version": number, "key": "lifecycle", "value": "approved"}
            world.ask("POST", "model-versions/set-tag", tag)
    return acknowledged
