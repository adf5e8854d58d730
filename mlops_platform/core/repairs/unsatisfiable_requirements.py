"""No set of releases fits the requirements: the date goes, another Python is taken, pins loosen."""

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.pins import era_bounds, looser
from mlops_platform.core.failures.resolver import Complaint, read_complaint
from mlops_platform.core.planning.python_versions import admits
from mlops_platform.core.planning.requirement_lines import name_of

CERTAINTY = 2


def repair(case: Case) -> Change | None:
    """Relax what the installer names, the least first."""
    complaint = read_complaint(case.failure)
    if complaint is None or complaint.is_unreachable:
        return None
    for relaxed in (_other_python, _without_date, _looser_pins, _without_bounds):
        change = relaxed(complaint, case)
        if change is not None:
            return change
    return None


def _other_python(complaint: Complaint, case: Case) -> Change | None:
    """Take the Python that a release asks for."""
    plan = case.plan
    try:
        asked = SpecifierSet(complaint.python) if complaint.python else None
    except InvalidSpecifier:
        return None
    if asked is None:
        return None
    fitting = [version for version in case.facts.pythons if admits(asked, version)]
    # Newest first; what is nearest to the present one has the most wheels.
    minor = int(plan.environment.python.partition(".")[2])
    fitting.sort(key=lambda version: abs(int(version.partition(".")[2]) - minor))
    if not fitting:
        return None
    change = f"Python {fitting[0]} is used, because a requirement asks for {complaint.python}"
    return Change(with_environment(plan, python=fitting[0]), complaint.because, change)


def _without_date(complaint: Complaint, case: Case) -> Change | None:
    """Lift the date; limits of that time stand in for it."""
    plan = case.plan
    environment = plan.environment
    if environment.as_of is None or not complaint.about("excluded", "no_version", "build", "abi"):
        return None
    names = frozenset(name_of(line) for line in environment.requirements)
    bounds = era_bounds(names, environment.as_of)
    held = tuple(dict.fromkeys((*environment.bounds, *bounds)))
    limits = f", with the limits of that time ({', '.join(bounds)})" if bounds else ""
    change = f"releases after {environment.as_of} are admitted again{limits}"
    return Change(with_environment(plan, as_of=None, bounds=held), complaint.because, change)


def _looser_pins(complaint: Complaint, case: Case) -> Change | None:
    """Let each pin that the installer names admit its minor version, then its major one."""
    plan = case.plan
    lines = plan.environment.requirements
    changed = tuple(
        (looser(line) or line) if complaint.mentions(name_of(line)) else line for line in lines
    )
    if changed == lines:
        return None
    what = ", ".join(f"`{new}`" for old, new in zip(lines, changed, strict=True) if old != new)
    return Change(
        with_environment(plan, requirements=changed),
        complaint.because,
        f"pins are loosened: {what}",
    )


def _without_bounds(complaint: Complaint, case: Case) -> Change | None:
    """Lift a limit that a repair set."""
    plan = case.plan
    bounds = plan.environment.bounds
    kept = tuple(bound for bound in bounds if not complaint.mentions(name_of(bound)))
    if kept == bounds:
        return None
    gone = ", ".join(f"`{bound}`" for bound in bounds if bound not in kept)
    return Change(
        with_environment(plan, bounds=kept), complaint.because, f"the limits {gone} are lifted"
    )
