import pytest

from mlops_platform.adapters.experiment_outbox import ExperimentOutbox
from mlops_platform.adapters.mlflow.open_client import open_client
from mlops_platform.adapters.mlflow_addresses import mlflow_addresses
from mlops_platform_tests.core.executions import REPOSITORY, execution, metric, record

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def client(home):
    return open_client(mlflow_addresses(home))


def sent(client, home, asked):
    from mlops_platform.adapters.mlflow.send_run import send_run  # noqa: PLC0415 (loads MLflow)

    parcel = ExperimentOutbox(home / "outbox").put(asked, home)
    return send_run(client, parcel, mlflow_addresses(home).artifacts)


def test_artifacts_lie_in_the_folder_of_the_repository(client, home):
    run = sent(client, home, record(execution("one", metric("accuracy", 0.9))))
    assert run.info.artifact_uri.startswith((home / "mlflow/artifacts" / REPOSITORY).as_uri())
    assert (
        home / "mlflow/artifacts" / REPOSITORY / run.info.run_id / "artifacts/plan.json"
    ).exists()


def test_of_two_values_of_one_step_the_later_one_stands(client, home):
    repository = "github.com/acme/restarted"
    asked = execution("again", metric("loss", 0.9, 0.1, steps=(1, 1)))
    run = sent(client, home, record(asked, repository=repository))
    assert run.data.metrics["loss"] == 0.1


def test_a_run_that_is_whole_is_not_touched_again(client, home):
    asked = record(execution("three", metric("accuracy", 0.9)))
    first = sent(client, home, asked)
    client.set_tag(first.info.run_id, "note", "mine")
    client.log_metric(first.info.run_id, "accuracy", 0.1)
    again = sent(client, home, asked)
    assert again.info.run_id == first.info.run_id
    assert again.data.metrics["accuracy"] == 0.1
    assert again.info.status == "FINISHED"
