"""A shared library or a program is missing, and no checked package is known to hold it."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said

CERTAINTY = 1
_CUDA = re.compile(r"lib(?:cu|nv|nccl|cudart|cublas)")
_MISSING = re.compile(
    r"[\w.+-]{1,80}\.so[\w.]{0,12}: cannot open shared object file"
    r"|(?:sh|bash)(?:: line \d{1,6}|: \d{1,6})?: [\w./+-]{1,100}: (?:command )?not found$"
    r"|error: command '.{1,80}' failed: No such file|executable file not found in \$PATH"
    r"|No module named '_?tkinter'"
)


def explain(case: Case) -> Explained | None:
    """Name it; a library of a GPU's driver is another matter."""
    failure = case.failure
    is_of_program = failure.is_install or failure.error_of("CalledProcessError") is not None
    # What a program lacks, it says itself; its caller only raises that it failed.
    found = failure.find(_MISSING) if is_of_program else failure.told(_MISSING)
    if found is None or _CUDA.search(found[0]):
        return None
    return Explained(
        Cause.SYSTEM_LIBRARY_MISSING,
        f"something of the operating system is missing: {said(found)}",
        "Name an image that holds it in the settings, or choose a dependency that brings its own.",
    )
