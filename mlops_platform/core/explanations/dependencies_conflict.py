"""The environment could not be installed: no releases fit together, or one cannot be built."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.resolver import read_complaint

CERTAINTY = 3
_BUILD = re.compile(
    r"[Ff]ailed to (?:download and )?build|Failed building wheel|build backend returned"
)


def explain(case: Case) -> Explained | None:
    """Tell an index that cannot be reached, a foreign platform, a failed build and a conflict."""
    failure, plan = case.failure, case.plan
    complaint = read_complaint(failure)
    if complaint is None:
        return None
    if complaint.is_unreachable:
        return Explained(
            Cause.INDEX_UNREACHABLE,
            f"the package index could not be reached: {complaint.because}",
            "Check the network, the index address and the CA bundle in the settings.",
        )
    names = complaint.about("platform")
    if names:
        return Explained(
            Cause.PLATFORM_NOT_SUPPORTED,
            f"`{quoted(names[0])}` has no release for Linux: {complaint.because}",
            "Give it a marker such as `; sys_platform == 'win32'`, or replace it.",
        )
    if _BUILD.search(complaint.sentence):
        built = complaint.about("build")
        what = f"`{quoted(built[0])}`" if built else "a requirement"
        return Explained(
            Cause.DEPENDENCIES_CONFLICT,
            f"{what} has no wheel for Python {plan.environment.python} and cannot be built:"
            f" {complaint.because}",
            "Pin a release that has wheels, and state the Python version that fits it.",
        )
    return Explained(
        Cause.DEPENDENCIES_CONFLICT,
        f"no set of releases fits the requirements: {complaint.because}",
        "Resolve the requirements anew (`uv pip compile`), and commit the lock file.",
    )
