"""Tests of the repair `platform_only_pin`."""

import pytest

from mlops_platform.core.repairs.platform_only_pin import repair
from mlops_platform_tests.core.failures.failing import installed, plan, printed


@pytest.mark.parametrize("log", ["platform", "platform_unpinned", "pip_nv"])
def test_what_only_windows_has_is_left_out_and_said(log: str) -> None:
    change = repair(installed(printed(log), plan("pywin32==306", "pandas")))
    assert change is not None
    assert change.plan.environment.requirements == ("pandas",)
    assert change.plan.environment.left_out == ("pywin32: it is for other systems",)


def test_all_of_a_freeze_on_windows_goes_at_once() -> None:
    lines = ("pywin32==306", "pywinpty==2.0.10", "numpy==1.26.0")
    change = repair(installed(printed("platform"), plan(*lines)))
    assert change is not None
    assert change.plan.environment.requirements == ("numpy==1.26.0",)


def test_a_build_tag_is_taken_off() -> None:
    change = repair(installed(printed("local_version"), plan("torch==2.0.1+cu118", "numpy")))
    assert change is not None
    assert change.plan.environment.requirements == ("torch==2.0.1", "numpy")


def test_a_requirement_for_windows_that_is_not_complained_of_stays() -> None:
    tried = plan("pywin32 ; sys_platform == 'win32'", "pandas==9.9")
    assert repair(installed(printed("no_version"), tried)) is None


@pytest.mark.parametrize("log", ["abi_tag", "not_found", "conflict"])
def test_other_complaints_are_another_matter(log: str) -> None:
    assert repair(installed(printed(log), plan("tensorflow==2.4.0", "numpy==2.1.0"))) is None
