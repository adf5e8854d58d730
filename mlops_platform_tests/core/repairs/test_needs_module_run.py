"""Tests of the repair `needs_module_run`."""

from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repairs.needs_module_run import repair
from mlops_platform_tests.core.failures.failing import plan, printed, ran, step

FACTS = RepairFacts(files=("pkg/__init__.py", "pkg/train.py", "pkg/models.py"))
BEYOND = """Traceback (most recent call last):
  File "/box/src/a/b/train.py", line 1, in <module>
    from ..shared import models
ImportError: attempted relative import with no known parent package
"""


def test_a_relative_import_asks_for_the_module() -> None:
    tried = plan(steps=(step("python", "pkg/train.py", "--epochs", "3"),))
    change = repair(ran(printed("relative"), tried, FACTS))
    assert change is not None
    assert change.plan.steps[0].arguments == ("python", "-m", "pkg.train", "--epochs", "3")
    assert change.plan.import_paths == ()
    assert "attempted relative import" in change.because


def test_from_inside_the_package_the_folder_above_goes_on_the_path() -> None:
    tried = plan(steps=(step("python", "-u", "train.py", folder="pkg"),))
    change = repair(ran(printed("relative"), tried, FACTS))
    assert change is not None
    assert change.plan.steps[0].arguments == ("python", "-u", "-m", "pkg.train")
    assert change.plan.import_paths == (".",)


def test_two_dots_climb_two_folders() -> None:
    tried = plan(steps=(step("python", "a/b/train.py"),))
    change = repair(ran(BEYOND, tried, RepairFacts(files=("a/b/train.py", "a/shared/models.py"))))
    assert change is not None
    assert change.plan.steps[0].arguments == ("python", "-m", "a.b.train")


def test_a_script_at_the_root_has_no_package() -> None:
    log = printed("relative").replace("pkg/train.py", "train.py")
    assert repair(ran(log, plan(), FACTS)) is None


def test_a_folder_with_a_dash_is_no_package() -> None:
    tried = plan(steps=(step("python", "my-pkg/train.py"),))
    assert repair(ran(printed("relative"), tried)) is None


def test_a_module_that_runs_as_one_already_is_left_alone() -> None:
    tried = plan(steps=(step("python", "-m", "pkg.train"),))
    assert repair(ran(printed("relative"), tried, FACTS)) is None


def test_another_import_error_is_another_matter() -> None:
    assert repair(ran(printed("sk_joblib"))) is None
