"""A window is opened where there is no screen: plots are drawn into memory instead."""

import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_variables
from mlops_platform.core.failures.failure import said

CERTAINTY = 1
_NO_SCREEN = re.compile(
    r"no display name and no \$DISPLAY|couldn't connect to display|could not connect to display"
    r"|Cannot load backend '\w{1,30}' which requires the '\w{1,20}' interactive framework"
    r"|no Qt platform plugin could be initialized"
)
HEADLESS = {"MPLBACKEND": "Agg", "QT_QPA_PLATFORM": "offscreen"}


def repair(case: Case) -> Change | None:
    """Choose the drawing backends that need no screen."""
    failure, plan = case.failure, case.plan
    found = failure.find(_NO_SCREEN)
    if found is None or HEADLESS.items() <= dict(plan.variables).items():
        return None
    change = "plots are drawn without a screen (MPLBACKEND=Agg, QT_QPA_PLATFORM=offscreen)"
    return Change(with_variables(plan, HEADLESS), said(found), change)
