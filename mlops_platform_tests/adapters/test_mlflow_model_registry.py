import threading
from datetime import UTC, datetime

import pytest

from mlops_platform.adapters.mlflow_addresses import mlflow_addresses
from mlops_platform.adapters.mlflow_model_registry import MlflowModelRegistry
from mlops_platform.core.errors import BadInputError, PlatformError
from mlops_platform.core.lifecycle import Signature, State
from mlops_platform.core.model_registry import (
    ModelRegistry,
    RefusedTransitionError,
    UnknownModelError,
)
from mlops_platform.core.model_version import evidence_hash
from mlops_platform_tests.core.drawn_candidate import drawn_candidate
from mlops_platform_tests.servers.governed_database import client_of, governed_database

pytestmark = pytest.mark.integration
MODEL = "acme.churn"
ANN = Signature(actor="ann", reason="gates held")


@pytest.fixture
def addresses(tmp_path):
    return governed_database(tmp_path)


@pytest.fixture
def registry(addresses) -> ModelRegistry:
    return MlflowModelRegistry(addresses)


def promote(registry: ModelRegistry, version: int) -> None:
    for state in (State.APPROVED, State.PRODUCTION):
        registry.transition(MODEL, version, state, ANN)


def test_a_candidate_is_registered_with_its_evidence_and_never_loaded(registry):
    candidate = drawn_candidate(metrics=(("test/accuracy", 0.5),), readiness=7.5)
    made = registry.register(candidate, ANN)
    assert (made.version, made.state, made.aliases) == (1, State.CANDIDATE, ("candidate",))
    assert dict(made.evidence) == {
        "commit": candidate.commit,
        "deployment_readiness": "7.5",
        "metric.test/accuracy": "0.5",
        "repository": candidate.repository,
    }
    assert (made.run_id, made.source) == (candidate.run_id, candidate.source)
    expected = evidence_hash(candidate.run_id, candidate.source, candidate.evidence())
    (line,) = registry.history(MODEL)
    assert made.evidence_hash == line.evidence_hash == expected
    assert (line.actor, line.reason, line.identified_by) == ("ann", "gates held", "process")


def test_asking_twice_is_asking_once(registry):
    assert registry.register(drawn_candidate(), ANN) == registry.register(drawn_candidate(), ANN)
    other = registry.register(drawn_candidate(commit="0" * 40), ANN)
    assert other.version == 2


def test_a_text_is_kept_beside_the_run(registry, addresses, tmp_path):
    client = client_of(addresses)
    place = client.create_experiment("runs", artifact_location=str(tmp_path / "artifacts"))
    run = client.create_run(place).info.run_id
    kept = registry.register(drawn_candidate(run, documents=(("texts/a.json", "{\n}"),)), ANN)
    assert registry.document(kept, "texts/a.json") == "{\n}"
    assert registry.document(kept, "texts/b.json") is None


def test_a_model_belongs_to_one_repository(registry):
    registry.register(drawn_candidate(), ANN)
    with pytest.raises(BadInputError, match="is the model of"):
        registry.register(drawn_candidate(repository="other.example/acme/churn"), ANN)


def test_the_way_to_production_and_back(registry):
    begin = datetime.now(UTC)
    for run in "12":
        registry.register(drawn_candidate(run * 32), ANN)
    promote(registry, 1)
    between = datetime.now(UTC)
    promote(registry, 2)
    assert registry.production_at(MODEL, begin) is None
    assert registry.production_at(MODEL, between).version == 1
    assert registry.production_at(MODEL, datetime.now(UTC)).version == 2

    back = registry.rollback(MODEL, Signature(actor="ben", reason="worse in the south"))
    first = registry.version(MODEL, 1)
    assert (back.version, back.state) == (3, State.PRODUCTION)
    assert (back.run_id, back.source, back.evidence_hash) == (
        first.run_id,
        first.source,
        first.evidence_hash,
    )
    assert dict(back.evidence)["rollback_of"] == "1"
    assert [each.state for each in registry.versions(MODEL)] == [
        State.PRODUCTION,
        State.ARCHIVED,
        State.ARCHIVED,
    ]
    own = [line for line in registry.history(MODEL) if line.version == 3]
    assert [line.asked for line in own] == ["candidate", "approved", "production"]
    assert {line.reason for line in own} == {"rollback to version 1: worse in the south"}
    # Who asks again after it is answered with what was registered, not with its copy.
    assert registry.register(drawn_candidate("1" * 32), ANN).version == 1
    assert registry.rollback(MODEL, ANN, to=2).version == 4


def test_a_refusal_is_the_stores_sentence_and_in_the_history(registry):
    registry.register(drawn_candidate(), ANN)
    with pytest.raises(RefusedTransitionError, match="cannot be promoted") as raised:
        registry.transition(MODEL, 1, State.PRODUCTION, ANN)
    last = registry.history(MODEL)[-1]
    assert (last.is_accepted, last.refusal) == (False, str(raised.value))


def test_there_is_nothing_to_roll_back_to(registry):
    registry.register(drawn_candidate(), ANN)
    with pytest.raises(BadInputError, match="no version in production before"):
        registry.rollback(MODEL, ANN)
    for never in (1, 9):
        with pytest.raises(BadInputError, match="was not in production before"):
            registry.rollback(MODEL, ANN, to=never)
    promote(registry, 1)
    with pytest.raises(BadInputError, match="no version in production before"):
        registry.rollback(MODEL, ANN)


def test_what_is_not_registered_is_unknown(registry):
    assert registry.models() == ()
    for question in (
        lambda: registry.versions(MODEL),
        lambda: registry.version(MODEL, 1),
        lambda: registry.history("it's"),
        lambda: registry.transition(MODEL, 1, State.APPROVED, ANN),
    ):
        with pytest.raises(UnknownModelError, match="mlops-platform models list"):
            question()


def test_looking_makes_no_database(tmp_path):
    registry = MlflowModelRegistry(mlflow_addresses(tmp_path))
    assert registry.models() == ()
    with pytest.raises(UnknownModelError):
        registry.version(MODEL, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_registry_that_is_not_governed_is_said_to_be_none(addresses):
    plain = addresses._replace(registry=addresses.tracking)
    client_of(plain).create_registered_model(MODEL)
    registry = MlflowModelRegistry(plain)
    with pytest.raises(PlatformError, match="does not govern") as raised:
        registry.register(drawn_candidate(), ANN)
    assert "--registry-store-uri governed+" in str(raised.value)
    assert client_of(plain).search_model_versions(f"name = '{MODEL}'") == []


def test_a_server_that_does_not_answer_is_one_sentence(tmp_path):
    registry = MlflowModelRegistry(mlflow_addresses(tmp_path, "http://127.0.0.1:9"))
    with pytest.raises(PlatformError, match=r"MLflow at http://127\.0\.0\.1:9") as raised:
        registry.models()
    assert "\n" not in str(raised.value)


def test_two_who_register_the_first_version_at_once_both_succeed(registry, addresses):
    registry.models()
    made = []
    threads = [
        threading.Thread(
            target=lambda run=run: made.append(
                MlflowModelRegistry(addresses).register(drawn_candidate(run * 32), ANN).version
            )
        )
        for run in "12"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [1, 2]
