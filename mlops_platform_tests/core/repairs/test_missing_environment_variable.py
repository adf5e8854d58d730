"""Tests of the repair `missing_environment_variable`."""

import pytest

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.missing_environment_variable import repair
from mlops_platform_tests.core.failures.failing import plan, printed, ran

LOG = printed("env")


def lacking(name: str) -> str:
    return LOG.replace("MODEL_DIR", name)


def test_a_folder_to_write_into_is_given() -> None:
    change = repair(ran(LOG))
    assert change is not None
    assert dict(change.plan.variables) == {"MODEL_DIR": "outputs"}
    assert change.plan.folders == ("outputs",)


def test_a_known_meaning_has_a_harmless_value() -> None:
    change = repair(ran(lacking("LOCAL_RANK")))
    assert change is not None
    assert dict(change.plan.variables) == {"LOCAL_RANK": "0"}


def test_the_repository_s_example_is_followed() -> None:
    facts = RepairFacts(variables=(("BATCH", "16"),))
    change = repair(ran(lacking("BATCH"), plan(), facts))
    assert change is not None
    assert dict(change.plan.variables) == {"BATCH": "16"}


@pytest.mark.parametrize(
    "name", ["OPENAI_API_KEY", "DB_PASSWORD", "HF_TOKEN", "AWS_SECRET_ACCESS_KEY"]
)
def test_a_secret_is_never_invented(name: str) -> None:
    facts = RepairFacts(variables=((name, "abc"),))
    assert repair(ran(lacking(name), plan(), facts)) is None


def test_a_name_without_a_known_meaning_is_not_guessed() -> None:
    assert repair(ran(lacking("DATA_URL"))) is None


def test_weights_and_biases_records_offline() -> None:
    change = repair(ran(printed("wandb")))
    assert change is not None
    assert dict(change.plan.variables) == {"WANDB_MODE": "offline"}
    assert repair(ran(printed("wandb"), change.plan)) is None


def test_a_missing_key_of_a_dictionary_is_no_variable() -> None:
    assert repair(ran(printed("own_key"))) is None
