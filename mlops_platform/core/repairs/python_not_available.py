"""The sandbox has no image of the planned Python: the nearest one that it has is taken."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.log_lines import quoted

CERTAINTY = 1


def repair(case: Case) -> Change | None:
    """Take the next newer Python, else the next older one."""
    failure, plan, facts = case
    if failure.cause != Cause.PYTHON_NOT_AVAILABLE:
        return None
    minor = int(plan.environment.python.partition(".")[2])
    minors = [int(version.partition(".")[2]) for version in facts.pythons]
    newer, older = [m for m in minors if m > minor], [m for m in minors if m < minor]
    if not newer and not older:
        return None
    python = f"3.{min(newer) if newer else max(older)}"
    because = quoted(failure.because or f"there is no image of Python {plan.environment.python}")
    return Change(with_environment(plan, python=python), because, f"Python {python} is used")
