"""Tests of the repair `data_script_first`."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.failures.repair_facts import RepairFacts, WrittenFile
from mlops_platform.core.repairs.data_script_first import repair
from mlops_platform.core.run_plan import Purpose
from mlops_platform_tests.core.failures.failing import plan, printed, ran, step


def writes(script: str, path: str = "data/train.csv") -> WrittenFile:
    return WrittenFile(path=path, script=script, evidence=Evidence(path=script, line=9))


def test_the_script_that_writes_the_file_runs_first() -> None:
    facts = RepairFacts(files=("prepare.py",), written=(writes("prepare.py"),))
    change = repair(ran(printed("data_pd"), plan(), facts))
    assert change is not None
    first, second = change.plan.steps
    assert (first.purpose, first.arguments) == (Purpose.PREPARE, ("python", "prepare.py"))
    assert second == plan().steps[0]
    assert first.evidence == (Evidence(path="prepare.py", line=9),)


def test_another_path_proves_nothing() -> None:
    facts = RepairFacts(written=(writes("prepare.py", "out/train.csv"),))
    assert repair(ran(printed("data_pd"), plan(), facts)) is None


def test_two_scripts_are_a_choice_that_nobody_made() -> None:
    facts = RepairFacts(written=(writes("a.py"), writes("b.py")))
    assert repair(ran(printed("data_pd"), plan(), facts)) is None


def test_a_script_that_is_started_already_is_not_started_again() -> None:
    facts = RepairFacts(written=(writes("train.py"),))
    assert repair(ran(printed("data_pd"), plan(steps=(step(),)), facts)) is None


def test_a_file_that_is_to_be_written_is_another_matter() -> None:
    facts = RepairFacts(written=(writes("a.py", "results/m.txt"),))
    assert repair(ran(printed("folder"), plan(), facts)) is None
