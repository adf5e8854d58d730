"""The code itself noticed that there was not enough memory."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said

CERTAINTY = 1
_NO_MEMORY = re.compile(
    r"^MemoryError|ArrayMemoryError|Unable to allocate [\d.]{1,12} [KMGTP]iB|Cannot allocate memory"
    r"|DefaultCPUAllocator: can't allocate memory|is killed by signal: Killed"
    r"|It is possible that dataloader's workers are out of shared memory"
    r"|The exit codes of the workers are \{[^}]{0,200}SIGKILL|java\.lang\.OutOfMemoryError"
)


def explain(case: Case) -> Explained | None:
    """Quote what was asked for."""
    failure = case.failure
    found = None if failure.is_install else failure.told(_NO_MEMORY)
    if found is None:
        return None
    return Explained(
        Cause.MEMORY_LIMIT,
        f"the run needed more memory than it was given: {said(found)}",
        "Give it more (`--memory`), or a command that needs less: fewer rows, smaller batches.",
    )
