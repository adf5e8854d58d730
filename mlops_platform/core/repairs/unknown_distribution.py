"""A requirement names what no index has: it is left out, and said.

If the code really needs it, the run says so: nothing is hidden by this.
"""

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment
from mlops_platform.core.failures.resolver import read_complaint
from mlops_platform.core.planning.requirement_lines import name_of
from mlops_platform.core.profiling.distributions import normalised

CERTAINTY = 1


def repair(case: Case) -> Change | None:
    """Leave out the lines of the distributions that were not found."""
    failure, plan = case.failure, case.plan
    complaint = read_complaint(failure)
    if complaint is None or complaint.is_unreachable:
        return None
    unknown = {normalised(name) for name in complaint.about("not_found", "pip_none")}
    lines = plan.environment.requirements
    hit = [line for line in lines if name_of(line) in unknown]
    if not hit:
        return None
    left_out = (f"{name_of(line)}: the package index has no such distribution" for line in hit)
    changed = with_environment(
        plan,
        requirements=tuple(line for line in lines if line not in hit),
        left_out=(*plan.environment.left_out, *left_out),
    )
    names = ", ".join(f"`{name_of(line)}`" for line in hit)
    return Change(changed, complaint.because, f"{names} is left out")
