"""A pinned release has no wheel for this Python and cannot be built: an older Python is taken."""

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.resolver import Complaint, read_complaint
from mlops_platform.core.planning.wheel_dates import WHEELS_SINCE
from mlops_platform.core.run_plan import RunPlan

CERTAINTY = 2


def repair(case: Case) -> Change | None:
    """Take the newest Python that wheels were found for, else the next older one."""
    failure, plan, facts = case
    complaint = read_complaint(failure)
    if complaint is None or not complaint.about("abi", "build"):
        return None
    minor = _minor(plan.environment.python)
    older = [v for v in facts.pythons if _minor(v) < minor]
    fitting = [v for v in older if _minor(v) in complaint.tags]
    if complaint.tags and not fitting:
        return None
    if not complaint.tags and not _is_pinned(complaint, plan):
        return None
    choice = max(fitting or _of_date(older, plan), key=_minor, default=None)
    if choice is None:
        return None
    change = f"Python {choice} is used instead of {plan.environment.python}"
    return Change(with_environment(plan, python=choice), complaint.because, change)


def _of_date(pythons: list[str], plan: RunPlan) -> list[str]:
    """Leave out those that had no wheels on the day as of which releases are installed."""
    day = plan.environment.as_of
    if day is None:
        return pythons
    return [v for v in pythons if v in WHEELS_SINCE and WHEELS_SINCE[v] <= day]


def _minor(python: str) -> int:
    return int(python.partition(".")[2])


def _is_pinned(complaint: Complaint, plan: RunPlan) -> bool:
    """Tell whether an old release was asked for: by its number, or by the date."""
    lines = plan.environment.requirements
    is_named = any("==" in line and complaint.mentions(line.partition("=")[0]) for line in lines)
    return is_named or plan.environment.as_of is not None
