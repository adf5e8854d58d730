import pytest
from mlflow.exceptions import MlflowException

from mlops_platform.adapters.mlflow.asking import Asker
from mlops_platform.adapters.mlflow.governed_store import GovernedStore
from mlops_platform.core.lifecycle import Decision, Request, State, decide
from mlops_platform_tests.servers.governed_database import (
    MODEL,
    client_of,
    governed_database,
    register,
)

pytestmark = pytest.mark.integration
ANN = Asker("ann", "process", "because")


def test_one_decision_is_one_transaction(tmp_path):
    addresses = governed_database(tmp_path)
    client = client_of(addresses)
    register(client)
    desk = GovernedStore(addresses.registry)._desk
    request = Request(model=MODEL, version=1, asked="approved")

    def fail_after_writing() -> None:
        with desk.opened(MODEL) as book:
            book.enter(decide(request, book.states), 1, "approved", ANN)
            assert book.states == {1: State.APPROVED}
            raise ZeroDivisionError

    with pytest.raises(MlflowException):
        fail_after_writing()
    assert len(desk.lines(MODEL)) == 1
    assert client.get_model_version(MODEL, "1").tags["lifecycle"] == "candidate"


def test_every_line_holds_who_why_and_the_evidence(tmp_path):
    addresses = governed_database(tmp_path)
    register(client_of(addresses), **{"mlops.commit": "abc"})
    desk = GovernedStore(addresses.registry)._desk
    with desk.opened(MODEL) as book:
        book.enter(Decision(refusal="Not so."), 1, "x" * 500, ANN)
        book.enter(Decision(refusal="Never."), None, "deleted", ANN)
    first, second, third = desk.lines(MODEL)
    assert second.evidence_hash == first.evidence_hash != ""
    assert (second.actor, second.identified_by, second.reason) == ANN[:3]
    assert (second.refusal, second.before, len(second.asked)) == ("Not so.", "candidate", 200)
    assert (third.version, third.before, third.evidence_hash) == (None, None, "")
