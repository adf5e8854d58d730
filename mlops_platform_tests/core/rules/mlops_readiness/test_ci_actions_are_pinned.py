from mlops_platform.core.rules.mlops_readiness.ci_actions_are_pinned import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    mlops,
    workflow,
)

PINNED = f"acme/lint@{'a' * 40}"
PATH = ".github/workflows/ci.yml"


def test_met_when_foreign_actions_name_a_commit() -> None:
    is_met(answer(mlops(workflows=(workflow(actions=["actions/checkout@v4", PINNED]),))))


def test_partly_met_by_the_share() -> None:
    facts = mlops(workflows=(workflow(actions=[PINNED, "acme/build@v1"]),))
    is_partly_met(answer(facts), 0.5, "acme/build@v1")


def test_unmet_with_a_tag() -> None:
    facts = mlops(workflows=(workflow(actions=["acme/build@v1"]),))
    is_unmet(answer(facts), "acme/build@v1", at=[f"{PATH}:1"])


def test_not_applicable_to_own_and_local_actions() -> None:
    facts = mlops(workflows=(workflow(actions=["actions/checkout@v4", "./.github/actions/x"]),))
    is_not_applicable(answer(facts), "no foreign action")
