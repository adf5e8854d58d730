from mlops_platform.core.rules.mlops_readiness.ci_runs_on_changes import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_unknown,
    is_unmet,
    mlops,
    used,
    workflow,
)

CI = {"ci": (used("github_actions"),)}
PATH = ".github/workflows/ci.yml"


def test_met_when_one_workflow_runs_on_pushes() -> None:
    by_hand = workflow(path="a.yml", triggers=("workflow_dispatch",))
    is_met(answer(mlops(workflows=(by_hand, workflow(triggers=("push",))), **CI)), PATH)


def test_unmet_when_all_wait_for_a_person_or_a_clock() -> None:
    facts = mlops(workflows=(workflow(triggers=("workflow_dispatch", "schedule")),), **CI)
    is_unmet(answer(facts), "workflow_dispatch and schedule", at=[PATH])


def test_unknown_without_triggers() -> None:
    is_unknown(answer(mlops(workflows=(workflow(),), **CI)), "could not be read")


def test_not_applicable_to_systems_that_run_on_pushes() -> None:
    is_not_applicable(answer(mlops(workflows=(workflow(system="gitlab_ci"),), **CI)), "by default")


def test_not_applicable_without_ci() -> None:
    is_not_applicable(answer(mlops()), "no CI")
