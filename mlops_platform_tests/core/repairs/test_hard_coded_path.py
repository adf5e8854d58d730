"""Tests of the repair `hard_coded_path`."""

import pytest

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.hard_coded_path import repair
from mlops_platform.core.run_plan import PathMapping
from mlops_platform_tests.core.failures.failing import plan, printed, ran, step

LOG = printed("data_open")


def mapped(*files: str, log: str = LOG) -> PathMapping | None:
    change = repair(ran(log, plan(), RepairFacts(files=files)))
    return change.plan.path_mappings[0] if change else None


def test_a_common_end_maps_what_stands_before_it() -> None:
    found = mapped("data/train.csv", "train.py")
    assert found == PathMapping(path="/home/alice/proj", target=".")


def test_a_name_that_exists_once_maps_the_file() -> None:
    found = mapped("input/train.csv", "train.py")
    assert found == PathMapping(path="/home/alice/proj/data/train.csv", target="input/train.csv")


def test_a_name_that_exists_twice_is_not_guessed() -> None:
    assert mapped("a/train.csv", "b/train.csv") is None


def test_a_folder_of_the_system_is_never_replaced() -> None:
    assert mapped("data/train.csv", log=LOG.replace("/home/alice/proj", "/tmp")) is None
    log = LOG.replace("/home/alice/proj/data", "/data")
    assert mapped("data/train.csv", log=log) == PathMapping(path="/data", target="data")


def test_data_of_another_project_are_not_swapped_in() -> None:
    many = RepairFacts(files=("titanic/train.csv",), holds_many_projects=True)
    assert repair(ran(LOG, plan(steps=(step("python", "housing/train.py"),)), many)) is None
    assert repair(ran(LOG, plan(steps=(step("python", "titanic/train.py"),)), many)) is not None


def test_what_does_not_exist_is_not_mapped() -> None:
    assert mapped("data/other.csv") is None


def test_a_folder_to_write_into_is_mapped_too() -> None:
    log = printed("folder").replace("results/m.txt", "/home/alice/proj/models/m.txt")
    assert mapped("models/README.md", log=log) == PathMapping(path="/home/alice/proj", target=".")


@pytest.mark.parametrize("log", ["data_pd", "mod_pkg", "folder"])
def test_other_paths_are_another_matter(log: str) -> None:
    assert mapped("data/train.csv", log=printed(log)) is None


def test_a_path_of_windows_is_one_name() -> None:
    found = mapped("data/train.csv", log=printed("data_win"))
    path = "C:\\Users\\bob\\proj\\data\\train.csv"
    assert found == PathMapping(path=path, target="data/train.csv")


def test_a_path_of_windows_may_have_slashes() -> None:
    log = LOG.replace("/home/alice/proj", "D:/proj")
    assert mapped("data/train.csv", log=log) == PathMapping(path="D:/proj", target=".")


def test_the_same_mapping_is_not_made_twice() -> None:
    facts = RepairFacts(files=("data/train.csv",))
    first = repair(ran(LOG, plan(), facts))
    assert first is not None
    assert repair(ran(LOG, first.plan, facts)) is None
