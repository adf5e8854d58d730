"""What the database itself forbids, and, as a control, what it does not."""

import sqlite3

import pytest
from mlflow.exceptions import MlflowException

from mlops_platform.adapters.mlflow.governed_store import GovernedStore
from mlops_platform.adapters.mlflow.transition_guards import GUARDS, prepare_log
from mlops_platform.adapters.mlflow_addresses import mlflow_addresses
from mlops_platform_tests.servers.governed_database import (
    MODEL,
    client_of,
    governed_database,
    raw,
    register,
)

pytestmark = pytest.mark.integration


@pytest.fixture
def addresses(tmp_path):
    found = governed_database(tmp_path)
    client = client_of(found)
    for run in "12":
        register(client, run, **{"mlops.commit": "abc", "own": "x"})
    client.set_model_version_tag(MODEL, "1", "lifecycle", "approved")
    client.set_model_version_tag(MODEL, "1", "lifecycle", "production")
    client.set_registered_model_alias(MODEL, "champion", "1")
    return found


FORBIDDEN = (
    "UPDATE lifecycle_transitions SET actor = 'nobody'",
    "DELETE FROM lifecycle_transitions",
    "DELETE FROM lifecycle_transitions WHERE number = 3",
    "UPDATE model_version_tags SET value = 'production' WHERE key = 'lifecycle' AND version = 2",
    "UPDATE model_version_tags SET key = 'other' WHERE key = 'lifecycle'",
    "UPDATE model_version_tags SET value = 'def' WHERE key = 'mlops.commit'",
    "UPDATE model_version_tags SET key = 'mlops.more' WHERE key = 'own'",
    "DELETE FROM model_version_tags WHERE key = 'lifecycle'",
    "DELETE FROM model_version_tags WHERE key = 'mlops.commit'",
    "UPDATE registered_model_aliases SET version = 2 WHERE alias = 'production'",
    "UPDATE registered_model_aliases SET alias = 'production' WHERE alias = 'candidate'",
    "UPDATE registered_model_aliases SET alias = 'other' WHERE alias = 'production'",
    "DELETE FROM registered_model_aliases WHERE alias = 'production'",
)
ALLOWED = (
    "UPDATE model_version_tags SET value = 'y' WHERE key = 'own'",
    "DELETE FROM model_version_tags WHERE key = 'own'",
    "UPDATE registered_model_aliases SET version = 2 WHERE alias = 'champion'",
    "DELETE FROM registered_model_aliases WHERE alias = 'champion'",
    "UPDATE model_version_tags SET value = 'production' WHERE key = 'lifecycle' AND version = 1",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_database_forbids(addresses, statement):
    with raw(addresses) as database, pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)


@pytest.mark.parametrize("statement", ALLOWED)
def test_the_database_allows(addresses, statement):
    with raw(addresses) as database:
        assert database.execute(statement).rowcount > 0


def test_even_a_client_past_the_governed_store_cannot_deny_the_log(addresses):
    client = client_of(addresses._replace(registry=addresses.tracking))
    with pytest.raises(MlflowException, match="lifecycle_transitions does not say"):
        client.set_model_version_tag(MODEL, "2", "lifecycle", "production")
    with pytest.raises(MlflowException, match="lifecycle_transitions does not say"):
        client.set_registered_model_alias(MODEL, "production", "2")
    with pytest.raises(MlflowException, match="IntegrityError"):
        client.delete_registered_model(MODEL)
    assert int(client.get_model_version_by_alias(MODEL, "production").version) == 1


def test_preparing_again_changes_nothing(addresses):
    engine = GovernedStore(addresses.registry).engine
    prepare_log(engine)
    with raw(addresses) as database:
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {name for (name,) in triggers} >= {guard[0] for guard in GUARDS}


def test_what_was_there_before_the_lifecycle_is_kept_and_says_no_state(tmp_path):
    addresses = mlflow_addresses(tmp_path)
    (tmp_path / "mlflow").mkdir()
    plain = client_of(addresses._replace(registry=addresses.tracking))
    plain.create_registered_model(MODEL)
    for run in "12":
        plain.create_model_version(MODEL, f"runs:/{run}/model", tags={"lifecycle": "production"})
    plain.set_registered_model_alias(MODEL, "production", "1")

    client = client_of(addresses)
    first = client.get_model_version(MODEL, "1")
    assert (first.tags, first.aliases) == ({"lifecycle_before": "production"}, ["production"])
    register(client)
    client.set_model_version_tag(MODEL, "3", "lifecycle", "approved")
    assert client.get_model_version(MODEL, "1").aliases == ["production"]
    client.set_model_version_tag(MODEL, "3", "lifecycle", "production")
    assert client.get_model_version(MODEL, "3").aliases == ["production"]
