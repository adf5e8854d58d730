"""The code itself noticed that it may not write more."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said

CERTAINTY = 1
_FULL = re.compile(r"\[Errno (?:27|28|122)\]|No space left on device|File too large")


def explain(case: Case) -> Explained | None:
    """Quote what could not be written."""
    found = case.failure.told(_FULL)
    if found is None:
        return None
    return Explained(
        Cause.DISK_LIMIT,
        f"more was written than the sandbox may hold: {said(found)}",
        "Write fewer and smaller files, not into the temporary folder; or raise the limit.",
    )
