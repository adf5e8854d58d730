"""A pinned release has no wheel for this Python and cannot be built: an older Python is taken.

Where the sandbox has none, the first releases that have wheels stand in for the pinned ones.
"""

from packaging.version import Version

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.pins import next_minor
from mlops_platform.core.failures.resolver import Complaint, read_complaint
from mlops_platform.core.planning.requirement_lines import name_of, specifier_of
from mlops_platform.core.planning.version_specifiers import ends_before
from mlops_platform.core.planning.wheel_dates import WHEELS_SINCE, first_with_wheels
from mlops_platform.core.run_plan import RunPlan

CERTAINTY = 2


def repair(case: Case) -> Change | None:
    """Take an older Python, else the first releases that this one has wheels for."""
    complaint = read_complaint(case.failure)
    if complaint is None or complaint.is_unreachable:
        return None
    return _older_python(complaint, case) or _first_releases(complaint, case)


def _older_python(complaint: Complaint, case: Case) -> Change | None:
    """Take the newest Python that wheels were found for, else the next older one."""
    _, plan, facts = case
    if not complaint.about("abi", "build"):
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


def _first_releases(complaint: Complaint, case: Case) -> Change | None:
    """Let each pin that is older than every wheel for this Python be the first that has one."""
    plan = case.plan
    python, lines = plan.environment.python, plan.environment.requirements
    changed = tuple(_first_release(line, python) or line for line in lines)
    new = [one for one, line in zip(changed, lines, strict=True) if one != line]
    if not any(complaint.mentions(name_of(line)) for line in new):
        return None
    shown = ", ".join(f"`{line}`" for line in new)
    change = f"the first releases with wheels for Python {python} are taken: {shown}"
    return Change(with_environment(plan, requirements=changed), complaint.because, change)


def _first_release(line: str, python: str) -> str | None:
    first = first_with_wheels(name_of(line), python)
    specifier = specifier_of(line)
    if first is None or not ends_before(specifier, Version(first)):
        return None
    head, mark, marker = line.partition(";")
    named = head.strip().removesuffix(specifier)
    behind = f" ;{marker}" if mark else ""
    return f"{named}>={first},<{next_minor(Version(first))}{behind}"


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
