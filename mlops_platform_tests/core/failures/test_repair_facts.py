"""Tests of what is known of a repository."""

from mlops_platform.core.failures.repair_facts import RepairFacts

FILES = ("readme.md", "titanic/train.csv", "titanic/train.py", "housing/train.py")


def test_one_project_is_the_whole_repository() -> None:
    assert RepairFacts(files=FILES).beside("housing/train.py") == FILES


def test_of_many_projects_each_has_its_own_folder() -> None:
    many = RepairFacts(files=FILES, holds_many_projects=True)
    assert many.beside("housing/train.py") == ("housing/train.py",)
    assert many.beside("main.py") == ("readme.md",)
    assert many.beside(None) == FILES
