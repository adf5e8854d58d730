"""Tests of the repair `missing_folder`."""

import pytest

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.missing_folder import repair
from mlops_platform_tests.core.failures.failing import plan, printed, ran, step


@pytest.mark.parametrize(
    ("log", "folder"),
    [
        ("folder", "results"),
        ("folder_joblib", "models"),
        ("folder_lgb", "models"),
        ("folder_log", "logs"),
        ("folder_pd", "results/out"),
        ("folder_plt", "plots"),
        ("folder_torch", "models"),
        ("folder_xgb", "models"),
    ],
)
def test_the_folder_is_made_whoever_writes(log: str, folder: str) -> None:
    change = repair(ran(printed(log)))
    assert change is not None
    assert change.plan.folders == (folder,)
    assert change.because


def test_a_folder_is_relative_to_where_the_command_runs() -> None:
    tried = plan(steps=(step("python", "train.py", folder="src"),))
    change = repair(ran(printed("folder"), tried))
    assert change is not None
    assert change.plan.folders == ("src/results",)


@pytest.mark.parametrize("log", ["data_pd", "data_open", "data_list", "ffmpeg"])
def test_nothing_is_made_where_the_run_reads(log: str) -> None:
    assert repair(ran(printed(log))) is None


def test_nothing_is_made_outside_of_the_repository() -> None:
    log = printed("folder").replace("results/m.txt", "/opt/results/m.txt")
    assert repair(ran(log)) is None
    assert repair(ran(printed("folder").replace("results/m", "../results/m"))) is None


def test_a_folder_that_exists_is_not_what_is_missing() -> None:
    facts = RepairFacts(files=("results/old.txt",))
    assert repair(ran(printed("folder"), plan(), facts)) is None


def test_a_folder_of_the_authors_home_is_made_in_a_home_among_the_outputs() -> None:
    log = "OSError: Cannot save file into a non-existent directory: '/box/home/Documents'"
    change = repair(ran(log))
    assert change is not None
    assert change.plan.folders == ("outputs/home/Documents",)
    assert dict(change.plan.variables)["HOME"] == "/box/src/outputs/home"
    assert repair(ran(log, change.plan)) is None
    assert repair(ran(log.replace("/box/home", "/srv/author"))) is None
