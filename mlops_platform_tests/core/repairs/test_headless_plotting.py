"""Tests of the repair `headless_plotting`."""

import pytest

from mlops_platform.core.failures.change import with_variables
from mlops_platform.core.repairs.headless_plotting import HEADLESS, repair
from mlops_platform_tests.core.failures.failing import plan, printed, ran

TK = "_tkinter.TclError: no display name and no $DISPLAY environment variable"
BACKEND = (
    "ImportError: Cannot load backend 'TkAgg' which requires the 'tk' interactive framework,"
    " as 'headless' is currently running"
)


@pytest.mark.parametrize("log", [printed("cv2_zero"), TK, BACKEND])
def test_plots_need_no_screen(log: str) -> None:
    change = repair(ran(log))
    assert change is not None
    assert dict(change.plan.variables) == HEADLESS


def test_what_was_set_and_did_not_help_is_not_set_again() -> None:
    assert repair(ran(TK, with_variables(plan(), HEADLESS))) is None


def test_a_missing_tkinter_is_another_matter() -> None:
    assert repair(ran(printed("mpl_tk"))) is None
