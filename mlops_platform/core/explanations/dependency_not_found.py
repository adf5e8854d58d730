"""A module was not found, and nobody checked which distribution brings it."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.modules import missing_module
from mlops_platform.core.failures.resolver import read_complaint
from mlops_platform.core.profiling.distributions import is_standard

CERTAINTY = 1


def explain(case: Case) -> Explained | None:
    """Name the module, or the requirement that no index has."""
    failure = case.failure
    complaint = read_complaint(failure)
    if complaint is not None:
        names = complaint.about("not_found", "pip_none")
        if not names or complaint.is_unreachable:
            return None
        return Explained(
            Cause.DEPENDENCY_NOT_FOUND,
            f"the package index has no `{quoted(names[0])}`: {complaint.because}",
            "Correct the name, or say in the README where the package comes from.",
        )
    missing = missing_module(failure)
    if missing is None or missing.is_part or is_standard(missing.name):
        return None
    module = missing.name
    frame = failure.own_frame()
    where = f" ({frame.path}:{frame.line})" if frame else ""
    return Explained(
        Cause.DEPENDENCY_NOT_FOUND,
        f"the code imports `{module}`{where}, which neither a requirement nor a file of the"
        f" repository brings: {missing.because}",
        f"Declare the distribution that brings `{module}`, or commit the file that was left out.",
    )
