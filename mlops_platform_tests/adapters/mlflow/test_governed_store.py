"""All that MLflow offers for changing a registered model, in process."""

import warnings

import mlflow
import pytest
from mlflow.entities.model_registry import ModelVersionTag
from mlflow.exceptions import MlflowException

from mlops_platform.adapters.mlflow.governed_store import GovernedStore
from mlops_platform.core.lifecycle import LEGAL, State
from mlops_platform_tests.servers.governed_database import (
    MODEL,
    client_of,
    governed_database,
    raw,
    register,
)

pytestmark = pytest.mark.integration
WAY_TO = {
    State.CANDIDATE: (),
    State.APPROVED: ("approved",),
    State.REJECTED: ("rejected",),
    State.PRODUCTION: ("approved", "production"),
    State.ARCHIVED: ("archived",),
}
EVERYTHING = [(before, after) for before in State for after in State]


@pytest.fixture
def addresses(tmp_path):
    return governed_database(tmp_path)


@pytest.fixture
def client(addresses):
    return client_of(addresses)


def bring(client, version: int, state: State) -> None:
    for step in WAY_TO[state]:
        client.set_model_version_tag(MODEL, str(version), "lifecycle", step)


def state_of(client, version: int) -> str:
    return client.get_model_version(MODEL, str(version)).tags["lifecycle"]


def aliases(client) -> dict[str, str]:
    return {name: str(n) for name, n in client.get_registered_model(MODEL).aliases.items()}


def refused(call, *arguments, **more) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        with pytest.raises(MlflowException) as raised:
            call(*arguments, **more)
    assert raised.value.get_http_status_code() == 422
    return raised.value.message


def lines(addresses) -> list[tuple]:
    query = "SELECT version, before, asked, is_accepted FROM lifecycle_transitions ORDER BY number"
    with raw(addresses) as database:
        return database.execute(query).fetchall()


@pytest.mark.parametrize(("before", "after"), EVERYTHING)
def test_the_tag_takes_legal_steps_only(client, addresses, before, after):
    register(client)
    bring(client, 1, before)
    if after in LEGAL[before]:
        client.set_model_version_tag(MODEL, "1", "lifecycle", after)
        assert state_of(client, 1) == after
    else:
        sentence = refused(client.set_model_version_tag, MODEL, "1", "lifecycle", after)
        assert sentence.startswith("Version 1 of acme.churn ")
        assert state_of(client, 1) == before
    assert lines(addresses)[-1] == (1, before, after, int(after in LEGAL[before]))


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("pointer", [State.PRODUCTION, State.CANDIDATE])
def test_the_alias_takes_legal_steps_only(client, before, pointer):
    register(client)
    bring(client, 1, before)
    if pointer in LEGAL[before]:
        client.set_registered_model_alias(MODEL, pointer, "1")
        assert state_of(client, 1) == pointer
    else:
        refused(client.set_registered_model_alias, MODEL, pointer, "1")
        assert state_of(client, 1) == before


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("stage", ["Production", "Archived", "archived", "Staging", "None"])
def test_the_old_stage_takes_legal_steps_only(client, before, stage):
    register(client)
    bring(client, 1, before)
    wanted = stage.lower()
    if wanted in LEGAL[before]:
        with pytest.warns(FutureWarning):
            client.transition_model_version_stage(MODEL, "1", stage)
        assert state_of(client, 1) == wanted
        assert client.get_model_version(MODEL, "1").current_stage == stage.capitalize()
    else:
        refused(client.transition_model_version_stage, MODEL, "1", stage)
        assert state_of(client, 1) == before


def test_a_version_begins_as_candidate_and_the_pointers_follow(client):
    for run in "123":
        register(client, run)
    assert aliases(client) == {"candidate": "3"}
    client.set_model_version_tag(MODEL, "3", "lifecycle", "approved")
    assert aliases(client) == {"candidate": "2"}
    client.set_model_version_tag(MODEL, "3", "lifecycle", "production")
    bring(client, 2, State.APPROVED)
    client.set_registered_model_alias(MODEL, "production", "2")
    assert aliases(client) == {"candidate": "1", "production": "2"}
    assert state_of(client, 3) == "archived"
    client.set_model_version_tag(MODEL, "2", "lifecycle", "archived")
    client.set_model_version_tag(MODEL, "1", "lifecycle", "rejected")
    assert aliases(client) == {}


def test_a_reason_may_follow_the_state(client, addresses):
    register(client)
    client.set_model_version_tag(MODEL, "1", "lifecycle", "approved: reviewed: with Ann")
    assert state_of(client, 1) == "approved"
    with raw(addresses) as database:
        reasons = database.execute("SELECT reason FROM lifecycle_transitions").fetchall()
    assert reasons == [("",), ("reviewed: with Ann",)]


def test_nobody_registers_a_version_that_is_more_than_a_candidate(client, addresses):
    register(client, lifecycle="candidate")
    with pytest.raises(MlflowException, match="begins as candidate") as raised:
        register(client, lifecycle="production")
    assert raised.value.get_http_status_code() == 422
    assert lines(addresses)[-1] == (None, None, "registered as production", 0)
    assert len(client.search_model_versions(f"name = '{MODEL}'")) == 1


def test_a_copy_of_a_version_begins_anew(client):
    register(client, **{"mlops.commit": "abc"})
    bring(client, 1, State.PRODUCTION)
    client.copy_model_version(f"models:/{MODEL}/1", "acme.other")
    copy = client.get_model_version("acme.other", "1")
    assert copy.tags["lifecycle"] == "candidate"
    assert copy.tags["mlops.commit"] == "abc"
    assert len([key for key in copy.tags if key.startswith("transition.")]) == 1


def test_a_model_that_mlflow_itself_logged_is_a_candidate_too(client, addresses, monkeypatch):
    monkeypatch.setattr(mlflow.tracking._tracking_service.utils, "_tracking_uri", None)
    monkeypatch.setenv("MLFLOW_TRACKING_URI", addresses.tracking)
    run = client.create_run(client.create_experiment("churn"))
    logged = client.create_logged_model(run.info.experiment_id, "m", run.info.run_id)
    client.create_registered_model(MODEL)
    made = client.create_model_version(
        MODEL, f"models:/{logged.model_id}", model_id=logged.model_id, await_creation_for=0
    )
    assert (made.run_id, made.tags["lifecycle"]) == (run.info.run_id, "candidate")


def test_evidence_and_history_are_written_once(client):
    register(client, **{"mlops.commit": "abc"})
    for key in ("mlops.commit", "mlops.new", "MLOps.commit", "transition.000001", "Lifecycle"):
        assert "is kept" in refused(client.set_model_version_tag, MODEL, "1", key, "x")
    for key in ("mlops.commit", "lifecycle", "transition.000001"):
        refused(client.delete_model_version_tag, MODEL, "1", key)
    assert client.get_model_version(MODEL, "1").tags["mlops.commit"] == "abc"


def test_what_is_not_ours_is_free(client):
    register(client)
    client.set_model_version_tag(MODEL, "1", "team", "churn")
    client.update_model_version(MODEL, "1", "words")
    client.set_registered_model_alias(MODEL, "champion", "1")
    client.set_registered_model_tag(MODEL, "team", "churn")
    version = client.get_model_version(MODEL, "1")
    assert (version.tags["team"], version.description) == ("churn", "words")
    assert aliases(client) == {"champion": "1", "candidate": "1"}
    client.delete_model_version_tag(MODEL, "1", "team")
    client.delete_registered_model_alias(MODEL, "champion")
    client.delete_registered_model_tag(MODEL, "team")
    assert "team" not in client.get_model_version(MODEL, "1").tags


@pytest.mark.parametrize("alias", ["Production", "CANDIDATE", "approved", "archived", "rejected"])
def test_no_other_alias_looks_like_a_state(client, alias):
    register(client)
    assert "No alias is called" in refused(client.set_registered_model_alias, MODEL, alias, "1")


def test_nothing_that_has_a_history_is_deleted_or_renamed(client, addresses):
    register(client)
    bring(client, 1, State.PRODUCTION)
    assert "is kept" in refused(client.delete_model_version, MODEL, "1")
    assert "is kept" in refused(client.delete_registered_model, MODEL)
    assert "is kept" in refused(client.rename_registered_model, MODEL, "other")
    assert "archive it" in refused(client.delete_registered_model_alias, MODEL, "production")
    assert [asked for _, _, asked, accepted in lines(addresses) if not accepted] == [
        "deleted",
        "deleted",
        "named other",
        "no alias production",
    ]
    assert aliases(client) == {"production": "1"}


def test_an_empty_model_can_be_renamed_and_deleted(client):
    client.create_registered_model("typo")
    client.rename_registered_model("typo", "right")
    client.delete_registered_model("right")
    assert client.search_registered_models() == []


def test_a_model_cannot_become_a_prompt_to_escape(client):
    register(client)
    for key in ("mlflow.prompt.is_prompt", "lifecycle", "mlops.repository"):
        assert "is kept" in refused(client.set_registered_model_tag, MODEL, key, "true")
        refused(client.delete_registered_model_tag, MODEL, key)


def test_prompts_have_no_lifecycle(client, addresses):
    store = GovernedStore(addresses.registry)
    for text in ("Say {{x}}.", "Tell {{x}}."):
        client.register_prompt("greeting", text)
    client.set_prompt_alias("greeting", "production", 1)
    client.set_prompt_alias("greeting", "production", 2)
    store.set_model_version_tag("greeting", "1", tag("lifecycle", "whatever"))
    store.delete_model_version_tag("greeting", "1", "lifecycle")
    assert client.get_prompt_version_by_alias("greeting", "production").version == 2
    client.delete_prompt_alias("greeting", "production")
    assert "lifecycle" not in store.get_registered_model("greeting").tags
    assert lines(addresses) == []
    with pytest.raises(MlflowException) as raised:
        store.delete_registered_model_tag("greeting", "mlflow.prompt.is_prompt")
    assert raised.value.get_http_status_code() == 422


def tag(key: str, value: str) -> ModelVersionTag:
    return ModelVersionTag(key, value)


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.set_model_version_tag(MODEL, "9", "lifecycle", "approved"),
        lambda c: c.set_registered_model_alias(MODEL, "production", "9"),
        lambda c: c.delete_model_version(MODEL, "9"),
        lambda c: c.set_model_version_tag("nobody", "1", "lifecycle", "approved"),
        lambda c: c.delete_registered_model("nobody"),
        lambda c: c.create_model_version("nobody", "runs:/1/model", run_id="1"),
    ],
)
def test_what_does_not_exist_is_not_found_and_not_in_the_log(client, addresses, call):
    register(client)
    with pytest.raises(MlflowException) as raised:
        call(client)
    assert raised.value.error_code == "RESOURCE_DOES_NOT_EXIST"
    assert len(lines(addresses)) == 1


def test_a_version_from_before_the_lifecycle_is_made_a_candidate_first(client, addresses):
    register(client)
    with raw(addresses) as database:
        database.execute(
            "INSERT INTO model_versions (name, version, current_stage, status, source)"
            f" VALUES ('{MODEL}', 2, 'None', 'READY', 's3://old')"
        )
        database.commit()
    assert "make it a candidate" in refused(
        client.set_model_version_tag, MODEL, "2", "lifecycle", "approved"
    )
    client.set_model_version_tag(MODEL, "2", "lifecycle", "candidate")
    client.set_model_version_tag(MODEL, "2", "lifecycle", "approved")
    assert state_of(client, 2) == "approved"


def test_a_page_of_a_version_shows_its_log(client):
    register(client)
    client.set_model_version_tag(MODEL, "1", "lifecycle", "approved: fine")
    refused(client.set_model_version_tag, MODEL, "1", "lifecycle", "candidate")
    shown = client.get_model_version(MODEL, "1").tags
    keys = [key for key in shown if key.startswith("transition.")]
    assert keys == ["transition.000001", "transition.000002", "transition.000003"]
    assert shown[keys[1]].startswith("accepted: approved\nby: ")
    assert "\nbecause: fine\n" in shown[keys[1]]
    assert "refused: candidate\n" in shown[keys[2]]
    assert client.get_registered_model(MODEL).tags == {"lifecycle": "governed"}
