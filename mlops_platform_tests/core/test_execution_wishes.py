import pytest
from pydantic import ValidationError

from mlops_platform.core.execution_wishes import ExecutionWishes, Offer, request_of
from mlops_platform.core.run_plan import Limits, Purpose


def test_the_strongest_wish_wins_and_the_rest_stays():
    catalog = ExecutionWishes(train="python a.py", memory="8g", variables=(("A", "1"), ("B", "1")))
    command = ExecutionWishes(train="python b.py", timeout=60, variables=(("B", "2"),))
    request = request_of([Purpose.TRAIN], Offer(limits=Limits(cpus=3)), [catalog, command])
    assert request.train_command == "python b.py"
    assert request.variables == (("A", "1"), ("B", "2"))
    assert request.limits.memory_bytes == 8 << 30
    assert request.limits.run_seconds == 60
    assert request.limits.cpus == 3


def test_without_wishes_the_operators_limits_stand():
    limits = Limits(network="bridge", run_seconds=7)
    request = request_of([Purpose.EVALUATE], Offer(limits=limits, pythons=("3.11",)), [])
    assert request.limits == limits
    assert request.pythons == ("3.11",)


@pytest.mark.parametrize(
    "wish",
    [
        {"memory": "1m"},
        {"memory": "much"},
        {"train": "  "},
        {"train": "python 'a.py"},
        {"python": "2.7"},
        {"network": "host"},
        {"timeout": 0},
        {"cpus": -1},
        {"privileged": True},
    ],
)
def test_what_cannot_be_granted_is_refused(wish):
    with pytest.raises(ValidationError):
        ExecutionWishes.model_validate(wish)
