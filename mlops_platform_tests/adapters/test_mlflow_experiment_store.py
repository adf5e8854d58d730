import concurrent.futures
import os
import subprocess
import sys
from datetime import timedelta

import pytest

from mlops_platform.adapters.experiment_outbox import ExperimentOutbox
from mlops_platform.adapters.mlflow_addresses import mlflow_addresses
from mlops_platform.adapters.mlflow_experiment_store import MlflowExperimentStore
from mlops_platform.core.errors import BadInputError, PlatformError
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Purpose
from mlops_platform_tests.core.executions import (
    NOON,
    REPOSITORY,
    attempt,
    execution,
    metric,
    model_file,
    output,
    record,
    recorded,
)
from mlops_platform_tests.servers.mlflow_server import mlflow_server

BOMB = b"cos\nsystem\n(S'touch %s'\ntR."
integration = pytest.mark.integration


def store_at(home, address=""):
    return MlflowExperimentStore(mlflow_addresses(home, address), ExperimentOutbox(home / "outbox"))


def one_more(run_id, *metrics, minute=0, **fields):
    return record(execution(run_id, *metrics), ended_at=NOON + timedelta(minutes=minute), **fields)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mlflow")
    with mlflow_server(mlflow_addresses(folder), folder) as server:
        yield server.url


@pytest.fixture(scope="module", params=["embedded", "server"])
def store(request, tmp_path_factory):
    served = request.getfixturevalue("address") if request.param == "server" else ""
    return store_at(tmp_path_factory.mktemp("home"), served)


@pytest.fixture
def outputs(tmp_path):
    folder = tmp_path / "outputs"
    folder.mkdir()
    (folder / "log.txt").write_text("accuracy=0.9\n")
    return folder


def test_where_nothing_was_recorded_mlflow_is_not_loaded(tmp_path):
    program = (
        "import sys; from pathlib import Path;"
        "from mlops_platform_tests.adapters.test_mlflow_experiment_store import store_at;"
        "sys.modules.pop('mlflow', None);"
        "store = store_at(Path(sys.argv[1]));"
        "assert store.runs('github.com/a/b') == store.repositories() == store.waiting() == ();"
        "assert store.run('abcdef') is None and store.send_waiting() == ();"
        "sys.exit('mlflow' in sys.modules)"
    )
    asked = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(asked, env=os.environ, check=False).returncode == 0
    assert list(tmp_path.iterdir()) == []


@integration
def test_an_execution_becomes_one_run_with_everything(store, outputs, tmp_path):
    (outputs / "model.pkl").write_bytes(BOMB % bytes(tmp_path / "exploded"))
    (outputs / "metrics.json").write_text("{}")
    made = attempt(outputs=(output("model.pkl"), output("metrics.json")))
    losses = [1 / (n + 1) for n in range(10_000)]
    ended = execution(
        "run-whole",
        metric("accuracy", 0.9, direction="higher", split="test"),
        metric("loss", *losses, steps=range(10_000), direction="lower", is_final=False),
        attempts=(attempt(Ending.FAILED), made),
        artifacts=(model_file("model.pkl"),),
        parameters=(("lr", "0.1"),),
    )
    run = store.record(record(ended, repository="github.com/acme/whole"), outputs)
    assert not run.is_waiting
    assert (run.status, run.attempts, run.ended_at) == ("FINISHED", 2, NOON)
    assert dict(run.parameters)["lr"] == "0.1"
    assert run.metric("accuracy").direction == "higher"
    assert (run.metric("loss").value, run.metric("loss").is_final) == (losses[-1], False)
    assert run.link.endswith(f"/runs/{run.store_id}?workflowType=machine_learning")
    series = store.series(run, "loss")
    assert [point.value for point in series] == losses
    assert [point.step for point in series] == list(range(10_000))
    files = {each.path for each in store._client.list_artifacts(run.store_id)}
    assert {"plan.json", "results.json", "log.txt", "model", "outputs"} <= files
    assert [each.path for each in store._client.list_artifacts(run.store_id, "model")] == [
        "model/model.pkl"
    ]
    assert not (tmp_path / "exploded").exists()
    assert store.runs("github.com/acme/whole") == (run,)
    children = store._client.search_runs(
        [run.experiment_id], f"tags.`mlflow.parentRunId` = '{run.store_id}'"
    )
    assert sorted(each.info.run_name for each in children) == ["attempt 1", "attempt 2"]


@integration
def test_asking_twice_is_once_also_after_half_of_it(store, outputs, monkeypatch):
    repository = "github.com/acme/twice"
    asked = one_more("run-twice", metric("a", 1.0, 2.0, 3.0), repository=repository)
    with monkeypatch.context() as context:
        context.setattr(
            type(store._client), "log_artifacts", lambda *_: (_ for _ in ()).throw(OSError("gone"))
        )
        half = store.record(asked, outputs)
    assert half.is_waiting
    assert store.runs(repository) == (half,)
    (waiting,) = store.waiting()
    assert "OSError: gone" in waiting.because
    whole = store.record(asked, outputs)
    again = store.record(asked, outputs)
    assert whole == again
    assert store.waiting() == ()
    assert store.runs(repository) == (whole,)
    assert [point.value for point in store.series(whole, "a")] == [1.0, 2.0, 3.0]


@integration
def test_runs_are_newest_first_and_found_by_either_id(store, outputs):
    repository = "github.com/acme/many"
    first, second = (
        store.record(one_more(f"many-{n}", minute=n, repository=repository), outputs)
        for n in (1, 2)
    )
    assert store.runs(repository) == (second, first)
    assert store.run(first.store_id) == store.run(first.store_id[:12]) == first
    assert store.run("many-2") == second
    assert repository in store.repositories()
    assert "Default" not in store.repositories()
    assert store.run("nothing-like-it") is None
    with pytest.raises(BadInputError, match="write more of the id"):
        store.run("many")
    for no_id in ("", "abc", "x' or '1'='1", "a" * 500, "%%%%"):
        with pytest.raises(BadInputError):
            store.run(no_id)


@integration
def test_two_purposes_of_one_execution_are_two_runs(store, outputs):
    repository = "github.com/acme/both"
    for purpose in (Purpose.TRAIN, Purpose.EVALUATE):
        store.record(one_more("both", purpose=purpose, repository=repository), outputs)
    assert {run.purpose for run in store.runs(repository)} == {Purpose.TRAIN, Purpose.EVALUATE}


@integration
def test_hostile_names_and_texts_arrive_harmless(store, outputs):
    names = ("../../x", "a\x00b", "🙂", "\ud800", "=1+1", "x" * 999, "a'b\"c`d", "<script>", "")
    ended = execution(
        "run-hostile",
        *(metric(name, float(n)) for n, name in enumerate(names)),
        metric("nan", float("nan")),
        metric("huge", 1e308, -1e308),
        parameters=tuple((name, name * 3) for name in names),
    ).model_copy(update={"because": "![x](http://evil/x.png) <img src=x>\x1b[2J"})
    run = store.record(record(ended, repository="github.com/acme/hostile"), outputs)
    assert not run.is_waiting
    assert sorted(each.value for each in run.metrics) == [-1e308, *map(float, range(9))]
    assert dict(run.parameters)["_script_"] == "<script>" * 3
    assert dict(run.tags)["mlflow.note.content"].startswith("\\!\\[x\\]")


@integration
def test_two_at_once_are_one_run(store, outputs):
    store.record(one_more("warm-up", repository="github.com/acme/crowd"), outputs)
    asked = one_more("crowd", metric("a", 1.0), repository="github.com/acme/crowd")
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: store.record(asked, outputs), range(4)))
    assert len({run.store_id for run in found}) == 1
    assert len(store.runs("github.com/acme/crowd")) == 2


@integration
def test_while_mlflow_is_down_runs_wait_and_arrive_later(tmp_path, outputs):
    folder, home = tmp_path / "served", tmp_path / "home"
    folder.mkdir()
    with mlflow_server(mlflow_addresses(folder), folder) as server:
        store = store_at(home, server.url)
        before = store.record(one_more("run-before"), outputs)
        server.kill()
        run = store.record(one_more("run-down", metric("accuracy", 0.9), minute=1), outputs)
        assert (before.is_waiting, run.is_waiting) == (False, True)
        assert run.metric("accuracy").value == 0.9
        (waiting,) = store.waiting()
        assert (waiting.run_id, waiting.repository) == ("run-down", REPOSITORY)
        with pytest.raises(PlatformError, match="did not do what it was asked"):
            store.runs(REPOSITORY)
    (outputs / "log.txt").unlink()
    with mlflow_server(mlflow_addresses(folder), folder) as server:
        store = store_at(home, server.url)
        (arrived,) = store.send_waiting()
        assert not arrived.is_waiting
        assert arrived.metrics == run.metrics
        assert store.waiting() == ()
        assert [each.run_id for each in store.runs(REPOSITORY)] == ["run-down", "run-before"]
        files = {each.path for each in store._client.list_artifacts(arrived.store_id)}
        assert "log.txt" in files


@integration
def test_an_experiment_that_was_deleted_is_used_again(store, outputs):
    repository = "github.com/acme/deleted"
    run = store.record(one_more("before", repository=repository), outputs)
    store._client.delete_experiment(run.experiment_id)
    assert store.runs(repository) == ()
    again = store.record(one_more("after", repository=repository), outputs)
    assert again.experiment_id == run.experiment_id
    assert {each.run_id for each in store.runs(repository)} >= {"after"}


def test_a_run_that_arrives_shows_that_mlflow_is_up(tmp_path, outputs, monkeypatch):
    outbox = ExperimentOutbox(tmp_path / "outbox")
    for n in range(5):
        outbox.put(one_more(f"waits-{n}", minute=n), outputs)
    store, tried = MlflowExperimentStore(mlflow_addresses(tmp_path), outbox), []

    def send(parcel):
        tried.append(parcel)
        return recorded("sent", {}) if len(tried) == 3 else None

    monkeypatch.setattr(store, "_sent", send)
    assert len(store.send_waiting()) == 1
    assert len(tried) == 5


@integration
def test_of_many_that_wait_a_few_are_tried_while_mlflow_is_down(tmp_path, outputs, monkeypatch):
    monkeypatch.setenv("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "0")
    outbox = ExperimentOutbox(tmp_path / "outbox")
    for n in range(5):
        outbox.put(one_more(f"waits-{n}", minute=n), outputs)
    store = MlflowExperimentStore(mlflow_addresses(tmp_path, "http://127.0.0.1:9"), outbox)
    assert store.send_waiting() == ()
    reasons = [waiting.because for waiting in store.waiting()]
    assert [reason == "it was not sent yet" for reason in reasons] == [False] * 3 + [True] * 2
