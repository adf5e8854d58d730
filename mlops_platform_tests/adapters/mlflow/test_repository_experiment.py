import pytest

from mlops_platform.adapters.mlflow.open_client import open_client
from mlops_platform.adapters.mlflow_addresses import mlflow_addresses

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def client(home):
    return open_client(mlflow_addresses(home))


def experiment(client, name, artifacts):
    from mlops_platform.adapters.mlflow.repository_experiment import (  # noqa: PLC0415 (loads MLflow)
        repository_experiment,
    )

    return repository_experiment(client, name, artifacts)


def test_an_experiment_that_somebody_else_made_is_used_and_marked(client, home):
    theirs = client.create_experiment("theirs", artifact_location=(home / "theirs").as_uri())
    assert experiment(client, "theirs", home / "ours") == theirs
    assert client.get_experiment(theirs).tags["mlops.kind"] == "repository"


def test_an_experiment_that_was_deleted_is_restored(client, home):
    made = experiment(client, "github.com/acme/churn", home)
    assert client.get_experiment(made).artifact_location.startswith(home.as_uri())
    client.delete_experiment(made)
    assert experiment(client, "github.com/acme/churn", home) == made
    assert client.get_experiment(made).lifecycle_stage == "active"
