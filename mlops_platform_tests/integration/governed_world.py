"""A real MLflow server over a governed database, and the doors by which a change can be asked."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from mlflow.tracking import MlflowClient

from mlops_platform.adapters.mlflow.governed_store import GovernedStore
from mlops_platform.adapters.mlflow.transition_table import lines_of
from mlops_platform.adapters.mlflow_addresses import MlflowAddresses, mlflow_addresses
from mlops_platform.core.lifecycle import State, Transition, newest_candidate, production_of, replay
from mlops_platform_tests.servers.governed_database import governed_database
from mlops_platform_tests.servers.mlflow_server import MlflowServer, mlflow_server
from mlops_platform_tests.servers.postgres_cluster import postgres_cluster

DATABASES = ("sqlite", "postgresql")
WAY_TO = {
    State.CANDIDATE: (),
    State.APPROVED: ("approved",),
    State.REJECTED: ("rejected",),
    State.PRODUCTION: ("approved", "production"),
    State.ARCHIVED: ("archived",),
}


class Answer(NamedTuple):
    """What the server answered to one request."""

    status: int
    body: dict[str, object]

    @property
    def message(self) -> str:
        return str(self.body.get("message", ""))


class GovernedWorld(NamedTuple):
    """A database, its server, and ways to ask both."""

    addresses: MlflowAddresses
    server: MlflowServer

    def ask(self, method: str, path: str, body: dict[str, object], **headers: str) -> Answer:
        """Send one request to MLflow's REST API."""
        request = urllib.request.Request(
            f"{self.server.url}/api/2.0/mlflow/{path}",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"} | headers,
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Answer(answer.status, json.loads(answer.read()))
        except urllib.error.HTTPError as error:
            return Answer(error.code, json.loads(error.read()))

    def client(self) -> MlflowClient:
        """Return MLflow's client of the server."""
        return MlflowClient(self.server.url, self.server.url)

    def version_in(self, model: str, state: State) -> None:
        """Make a model whose only version is in this state."""
        store = GovernedStore(self.addresses.registry)
        client = MlflowClient(self.addresses.tracking, self.addresses.registry)
        assert store.engine is not None
        client.create_registered_model(model)
        client.create_model_version(model, "runs:/1/model", run_id="1", await_creation_for=0)
        for step in WAY_TO[state]:
            client.set_model_version_tag(model, "1", "lifecycle", step)

    def log(self, model: str) -> tuple[Transition, ...]:
        """Read the log from the database itself."""
        with sa.orm.Session(GovernedStore(self.addresses.registry).engine) as session:
            return lines_of(session, "default", model)

    def check_agreement(self, models: Sequence[str]) -> None:
        """Check that what MLflow shows is what the log says, in every tag, alias and stage."""
        client = MlflowClient(self.addresses.tracking, self.addresses.registry)
        for model in models:
            states = replay(self.log(model)).get(model, {})
            shown = {
                int(each.version): each.tags.get("lifecycle")
                for each in client.search_model_versions(f"name = '{model}'")
            }
            assert shown == states
            wanted = {"production": production_of(states), "candidate": newest_candidate(states)}
            aliases = client.get_registered_model(model).aliases
            assert {name: int(number) for name, number in aliases.items()} == {
                name: number for name, number in wanted.items() if number is not None
            }


@contextmanager
def governed_world(database: str, folder: Path) -> Iterator[GovernedWorld]:
    """Bring up a database and a server on it."""
    with _addresses(database, folder) as addresses, mlflow_server(addresses, folder) as server:
        yield GovernedWorld(addresses, server)


@contextmanager
def _addresses(database: str, folder: Path) -> Iterator[MlflowAddresses]:
    if database == "sqlite":
        yield governed_database(folder)
        return
    with postgres_cluster() as cluster:
        yield mlflow_addresses(folder, cluster.address)
