"""Every transition, legal and not, by every door, on a real server over each database."""

import pytest
from mlflow.exceptions import RestException

from mlops_platform.adapters.mlflow_addresses import MlflowAddresses
from mlops_platform.adapters.mlflow_model_registry import MlflowModelRegistry
from mlops_platform.core.lifecycle import LEGAL, Signature, State
from mlops_platform.core.settings import load_settings
from mlops_platform_tests.adapters.mlflow.rivals import promote_at_once
from mlops_platform_tests.commands.calling import call
from mlops_platform_tests.core.drawn_candidate import drawn_candidate
from mlops_platform_tests.integration.governed_world import DATABASES, governed_world

pytestmark = pytest.mark.integration
EVERYTHING = [(before, after) for before in State for after in State]
COMMANDS = {
    "approve": State.APPROVED,
    "reject": State.REJECTED,
    "promote": State.PRODUCTION,
    "archive": State.ARCHIVED,
}


@pytest.fixture(scope="module", params=DATABASES)
def world(request, tmp_path_factory):
    with governed_world(request.param, tmp_path_factory.mktemp(request.param)) as started:
        yield started


@pytest.fixture
def command_line(world, monkeypatch, tmp_path):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path))
    monkeypatch.setenv("MLFLOW_TRACKING_URI", world.server.url)
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


def check(world, model: str, before: State, after: State, actor: str) -> None:
    """Check that state and log say what must have happened, and to whom."""
    is_legal = after in LEGAL[before]
    shown = world.client().get_model_version(model, "1")
    assert shown.tags["lifecycle"] == (after if is_legal else before)
    last = world.log(model)[-1]
    assert (last.before, last.asked, last.is_accepted) == (before, after, is_legal)
    assert last.actor == actor
    world.check_agreement([model])


def test_a_text_is_registered_and_read_over_http(world):
    client = world.client()
    run = client.create_run(client.create_experiment("texts")).info.run_id
    registry = MlflowModelRegistry(MlflowAddresses(world.server.url, world.server.url))
    text = drawn_candidate(run, model="acme.texts", documents=(("texts/a.json", "{}"),))
    version = registry.register(text, Signature(actor="ann"))
    assert registry.document(version, "texts/a.json") == "{}"
    assert registry.document(version, "texts/b.json") is None


@pytest.mark.parametrize(("before", "after"), EVERYTHING)
def test_the_rest_api_answers_422_to_what_is_not_legal(world, before, after):
    model = f"rest.{before}.{after}"
    world.version_in(model, before)
    tag = {"name": model, "version": "1", "key": "lifecycle", "value": after}
    answer = world.ask("POST", "model-versions/set-tag", tag)
    assert answer.status == (200 if after in LEGAL[before] else 422)
    if answer.status != 200:
        assert answer.message.startswith(f"Version 1 of {model} ")
        assert answer.body["error_code"] == "INVALID_STATE_TRANSITION"
    check(world, model, before, after, "unknown at 127.0.0.1")


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", [State.PRODUCTION, State.CANDIDATE, State.ARCHIVED])
def test_alias_and_stage_are_no_way_around(world, before, after):
    model = f"around.{before}.{after}"
    world.version_in(model, before)
    if after is State.ARCHIVED:
        body = {"name": model, "version": "1", "stage": "Archived"}
        more = {"archive_existing_versions": False}
        answer = world.ask("POST", "model-versions/transition-stage", body | more)
    else:
        body = {"name": model, "version": "1", "alias": after}
        answer = world.ask("POST", "registered-models/alias", body)
    assert answer.status == (200 if after in LEGAL[before] else 422)
    check(world, model, before, after, "unknown at 127.0.0.1")


@pytest.mark.parametrize(("before", "after"), EVERYTHING)
def test_mlflows_own_client_gets_our_sentence(world, before, after):
    model = f"client.{before}.{after}"
    world.version_in(model, before)
    client = world.client()
    if after in LEGAL[before]:
        client.set_model_version_tag(model, "1", "lifecycle", after)
    else:
        with pytest.raises(RestException, match=f"Version 1 of {model} "):
            client.set_model_version_tag(model, "1", "lifecycle", after)
    check(world, model, before, after, "unknown at 127.0.0.1")


@pytest.mark.usefixtures("command_line")
@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_line_ends_with_one_where_it_is_refused(world, capfd, before, command):
    model, after = f"command.{before}.{command}", COMMANDS[command]
    world.version_in(model, before)
    options = ("--actor", "Änn", "--reason", "because it’s so")
    code, out, err = call(capfd, "models", command, model, "1", *options)
    if after in LEGAL[before]:
        assert (code, err) == (0, "")
    else:
        assert (code, out) == (1, "")
        assert err.startswith(f"refused: Version 1 of {model} ")
    check(world, model, before, after, "Änn")
    last = world.log(model)[-1]
    assert (last.identified_by, last.reason) == ("claim", "because it’s so")


def test_what_deletes_or_renames_is_refused_over_http(world):
    world.version_in("kept.model", State.PRODUCTION)
    named = {"name": "kept.model"}
    refused = (
        ("DELETE", "model-versions/delete", named | {"version": "1"}),
        ("DELETE", "registered-models/delete", named),
        ("POST", "registered-models/rename", named | {"new_name": "other"}),
        ("DELETE", "registered-models/alias", named | {"alias": "production"}),
        ("DELETE", "model-versions/delete-tag", named | {"version": "1", "key": "lifecycle"}),
        ("POST", "registered-models/set-tag", named | {"key": "lifecycle", "value": "free"}),
    )
    for method, path, body in refused:
        answer = world.ask(method, path, body)
        assert (answer.status, answer.message != "") == (422, True), path
    assert [line.is_accepted for line in world.log("kept.model")[3:]] == [False] * len(refused)
    allowed = named | {"version": "1", "description": "words"}
    assert world.ask("PATCH", "model-versions/update", allowed).status == 200
    world.check_agreement(["kept.model"])


def test_nobody_registers_what_is_in_production_over_http(world):
    world.version_in("new.model", State.PRODUCTION)
    body = {"name": "new.model", "source": "s3://models/2"}
    tags = [{"key": "lifecycle", "value": "production"}]
    assert world.ask("POST", "model-versions/create", body | {"tags": tags}).status == 422
    assert world.ask("POST", "model-versions/create", body).status == 200
    world.check_agreement(["new.model"])


@pytest.mark.usefixtures("command_line")
def test_history_time_and_rollback_work_over_http(world, capfd):
    world.version_in("time.model", State.PRODUCTION)
    world.ask("POST", "model-versions/create", {"name": "time.model", "source": "s3://models/2"})
    for step in ("approve", "promote"):
        assert call(capfd, "models", step, "time.model", "2").code == 0
    at = world.log("time.model")[2].at.isoformat()
    told = call(capfd, "models", "production", "time.model", "--at", at)
    assert told.out.startswith("time.model version 1 was in production at ")
    told = call(capfd, "models", "rollback", "time.model", "--reason", "worse")
    assert told.out == "time.model  version 3  in production\n"
    history = call(capfd, "models", "history", "time.model").out.splitlines()
    assert len(history) == 1 + len(world.log("time.model"))
    world.check_agreement(["time.model"])


@pytest.mark.parametrize("door", ["server", "database"])
def test_of_those_who_promote_at_once_exactly_one_wins(world, door):
    model = f"rivals.{door}"
    world.version_in(model, State.APPROVED)
    body = {"name": model, "source": "s3://models/2"}
    assert world.ask("POST", "model-versions/create", body).status == 200
    world.client().set_model_version_tag(model, "2", "lifecycle", "approved")
    address = world.server.url if door == "server" else world.addresses.registry
    versions = (1, 2, 1, 2)
    told = promote_at_once(address, model, versions)
    assert told.count("won") == 1, told
    winner = versions[told.index("won")]
    accepted = [line for line in world.log(model) if line.asked == "production"]
    assert [line.version for line in accepted if line.is_accepted] == [winner]
    assert len(accepted) == len(versions)
    world.check_agreement([model])
